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
  /** One row for each closed case whose person agreed to be counted; written with the closure. */
  const statistics = c.table('statistics', {
    id: c.id('id').primaryKey(),
    requestingCountry: c.code('requesting_country').notNull(),
    countryOfReturn: c.code('country_of_return').notNull(),
    quarter: c.code('quarter').notNull(),
    ageBand: c.code('age_band').notNull(),
    sex: c.code('sex').notNull(),
    exploitation: c.json('exploitation').notNull(),
    sector: c.code('sector'),
    route: c.code('route').notNull(),
    stage: c.code('stage').notNull(),
    reason: c.code('reason').notNull(),
    daysToReception: c.count('days_to_reception'),
  })
  return { erasures, statistics }
}
