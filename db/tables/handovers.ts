import type { Vocabulary } from '../columns.ts'

/** Lists of cases; erasable with their cases. */
export const handoverTables = (c: Vocabulary) => {
  const handovers = c.table('handovers', {
    id: c.id('id').primaryKey(),
    version: c.count('version').notNull(),
    status: c.code('status').notNull(),
    requestingCountry: c.code('requesting_country').notNull(),
    countryOfReturn: c.code('country_of_return').notNull(),
    crossing: c.id('crossing_id').notNull(),
    at: c.instant('at').notNull(),
    content: c.json('content').notNull(),
  })
  const handoverCases = c.table(
    'handover_cases',
    {
      handover: c
        .id('handover_id')
        .notNull()
        .references(() => handovers.id),
      caseId: c.id('case_id').notNull(),
      position: c.count('position').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'handover_cases_key', columns: [t.handover, t.caseId] }),
      c.index('handover_cases_by_case').on(t.caseId),
    ],
  )
  return { handovers, handoverCases }
}
