import type { Vocabulary } from '../columns.ts'

/**
 * What is kept beside cases: meetings, limits, delegations, tables of holidays. The kind says what the content is. A number of a
 * series of meetings is a row as well (`meeting-number-queries.ts`).
 */
export const registerTables = (c: Vocabulary) => {
  const registers = c.table(
    'registers',
    {
      kind: c.code('kind').notNull(),
      id: c.id('id').notNull(),
      version: c.count('version').notNull(),
      content: c.json('content').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [c.primaryKey({ name: 'registers_key', columns: [t.kind, t.id] })],
  )
  /** Cases whose queue must be written anew, and how far that has come: it goes on after a stop. */
  const reckonings = c.table('reckonings', {
    id: c.id('id').primaryKey(),
    country: c.code('country').notNull(),
    why: c.code('why').notNull(),
    dueAt: c.instant('due_at').notNull(),
    cursor: c.id('cursor').notNull(),
  })
  return { registers, reckonings }
}
