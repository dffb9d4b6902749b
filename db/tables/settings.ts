import type { Vocabulary } from '../columns.ts'

export const settingTables = (c: Vocabulary) => {
  /** Every version of every procedure a case may be pinned to; a version is never changed. */
  const procedures = c.table(
    'procedures',
    {
      id: c.id('id').notNull(),
      version: c.count('version').notNull(),
      hash: c.code('hash').notNull(),
      content: c.json('content').notNull(),
      addedAt: c.instant('added_at').notNull(),
    },
    (t) => [c.primaryKey({ name: 'procedures_key', columns: [t.id, t.version] })],
  )
  /** The few facts of an installation itself: whether it is the demo, how far its clock is ahead. */
  const marks = c.table('marks', { name: c.code('name').primaryKey(), value: c.label('value').notNull() })
  return { procedures, marks }
}
