import { param, statement } from './statement.ts'

/** A new row of the registers, where nobody has its name yet. */
export const insertRegister = statement(({ q, t }) =>
  q
    .insert(t.registers)
    .values({
      kind: param('kind'),
      id: param('id'),
      version: param('version'),
      content: param('content'),
      at: param('at'),
    })
    .onConflictDoNothing(),
)
