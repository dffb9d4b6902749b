import type { Vocabulary } from '../columns.ts'

/** Who looked at which case, for what: permanent. The case by its random id alone, so that the log outlives the case. */
export const disclosureTables = (c: Vocabulary) => {
  const disclosures = c.table(
    'disclosures',
    {
      id: c.id('id').primaryKey(),
      caseId: c.id('case_id').notNull(),
      account: c.id('account_id').notNull(),
      office: c.id('office_id').notNull(),
      country: c.code('country').notNull(),
      role: c.code('role').notNull(),
      how: c.code('how').notNull(),
      purpose: c.code('purpose').notNull(),
      at: c.instant('at').notNull(),
      /** The country that opened the case, and the other one, once it knew of the case. */
      openedBy: c.code('opened_by').notNull(),
      sharedWith: c.code('shared_with'),
    },
    (t) => [c.index('disclosures_by_time').on(t.at, t.id), c.index('disclosures_by_case').on(t.caseId, t.at, t.id)],
  )
  return { disclosures }
}
