import type { Vocabulary } from '../columns.ts'

/** What countries report of themselves: permanent, also what was replaced; published totals, and nothing of a case. */
export const aggregateTables = (c: Vocabulary) => {
  const aggregateImports = c.table(
    'aggregate_imports',
    {
      id: c.id('id').primaryKey(),
      country: c.code('country').notNull(),
      number: c.count('number').notNull(),
      /** Definition, coverage and source as the country says them. */
      content: c.json('content').notNull(),
      office: c.id('office_id').notNull(),
      at: c.instant('at').notNull(),
      replacedBy: c.id('replaced_by'),
    },
    (t) => [c.uniqueIndex('aggregate_imports_by_country').on(t.country, t.number)],
  )
  const aggregates = c.table(
    'aggregates',
    {
      importId: c.id('import_id').notNull(),
      position: c.count('position').notNull(),
      country: c.code('country').notNull(),
      indicator: c.code('indicator').notNull(),
      year: c.count('year').notNull(),
      quarter: c.count('quarter'),
      requestingCountry: c.code('requesting_country'),
      countryOfReturn: c.code('country_of_return'),
      total: c.count('total').notNull(),
      derived: c.flag('derived').notNull(),
      parts: c.json('parts').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'aggregates_key', columns: [t.importId, t.position] }),
      c.index('aggregates_by_country').on(t.country, t.year, t.indicator),
    ],
  )
  return { aggregateImports, aggregates }
}
