import type { Vocabulary } from '../columns.ts'

/** What is left of a case that was erased: permanent, and without its id, its reference or anything it held. */
export const erasureTables = (c: Vocabulary) => {
  /** Certificates. `counts` says how many rows of each kind went; the hash is of the case's random id. */
  const erasures = c.table(
    'erasures',
    {
      id: c.id('id').primaryKey(),
      at: c.instant('at').notNull(),
      why: c.code('why').notNull(),
      openedBy: c.code('opened_by').notNull(),
      sharedWith: c.code('shared_with'),
      counts: c.json('counts').notNull(),
      journalEntries: c.count('journal_entries').notNull(),
      caseHash: c.code('case_hash').notNull(),
    },
    (t) => [c.index('erasures_by_time').on(t.at, t.id), c.index('erasures_by_hash').on(t.caseHash)],
  )
  return { erasures }
}
