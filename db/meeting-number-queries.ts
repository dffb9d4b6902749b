import type { Instant } from '../server/domain/kernel/instant.ts'
import { isConference, numberKey } from '../server/domain/meetings/any-meeting.ts'
import type { Registered } from '../server/domain/registers/register.ts'
import { and, eq } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { insertRegister } from './register-insert.ts'
import { param, statement, type Write } from './statement.ts'

// A number of a series is a row of its own, by its name: of two meetings that take it at one moment the store takes one.

const KIND = 'meeting-number'
const giveBack = statement(({ q, t }) =>
  q.delete(t.registers).where(and(eq(t.registers.kind, param('kind')), eq(t.registers.content, param('content')))),
)
const taken = statement(({ q, t }) =>
  q
    .select({ content: t.registers.content })
    .from(t.registers)
    .where(and(eq(t.registers.kind, param('kind')), eq(t.registers.id, param('id')))),
)

/** A meeting takes its number, and gives back the one it had. */
export function meetingNumberWrites({ id, version, content: meeting }: Registered<'meeting'>, at: Instant): Write[] {
  if (!isConference(meeting)) return []
  const key = numberKey(meeting)
  const content = JSON.stringify({ meeting: id })
  return [
    ...(version > 1 ? [{ statement: giveBack, params: { kind: KIND, content } }] : []),
    ...(key === null
      ? []
      : [
          {
            statement: insertRegister,
            params: { kind: KIND, id: key, version: 1, content, at },
            unless: { rows: 1, refused: 'conflict' } as const,
          },
        ]),
  ]
}

/** The meeting that has this number of its series; null where it is free. */
export async function meetingNumbered(engine: Engine, key: string): Promise<string | null> {
  const [row] = await engine.all(taken, { kind: KIND, id: key })
  return row ? (JSON.parse(row.content) as { readonly meeting: string }).meeting : null
}
