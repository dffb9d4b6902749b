import type { Vocabulary } from '../columns.ts'

/** What is counted: permanent, and without anything that points at a case or a person (server/domain/statistics/fact.ts). */
export const statisticsTables = (c: Vocabulary) => {
  /** A fact a row, written with the act that made it true. Of cases before this table had kinds only the closures are there. */
  const statistics = c.table(
    'statistics',
    {
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
      kind: c.code('kind').notNull().default('milestone'),
      name: c.code('name').notNull().default('closed'),
      owedBy: c.code('owed_by'),
      days: c.count('days'),
      kept: c.flag('kept'),
    },
    // Everything that figures ask for: a report reads this index alone, and no row of the table.
    (t) => [
      c
        .index('statistics_by_quarter')
        .on(
          t.kind,
          t.name,
          t.quarter,
          t.requestingCountry,
          t.countryOfReturn,
          t.owedBy,
          t.kept,
          t.days,
          t.reason,
          t.sex,
          t.ageBand,
          t.exploitation,
          t.sector,
        ),
    ],
  )
  return { statistics }
}
