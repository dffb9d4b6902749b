import type { Vocabulary } from '../columns.ts'
import { isNotNull, isNull } from '../drizzle.ts'

/** Cases, their acts and who has a part in them: erasable. Columns beside the acts are derived, for filters. */
export const caseTables = (c: Vocabulary) => {
  const cases = c.table(
    'cases',
    {
      id: c.id('id').primaryKey(),
      reference: c.code('reference').notNull().unique(),
      requestingCountry: c.code('requesting_country').notNull(),
      countryOfReturn: c.code('country_of_return').notNull(),
      version: c.count('version').notNull(),
      stage: c.code('stage').notNull(),
      child: c.flag('child').notNull(),
      authorOffice: c.id('author_office_id').notNull(),
      procedure: c.id('procedure_id').notNull(),
      procedureVersion: c.count('procedure_version').notNull(),
      procedureHash: c.code('procedure_hash').notNull(),
      sentAt: c.instant('sent_at'),
      closedAt: c.instant('closed_at'),
      createdAt: c.instant('created_at').notNull(),
      updatedAt: c.instant('updated_at').notNull(),
    },
    (t) => [
      c.index('cases_by_corridor').on(t.requestingCountry, t.countryOfReturn, t.stage, t.id),
      // What the clock erases: closed cases, and drafts that nobody touches.
      c.index('cases_by_closure').on(t.closedAt, t.id).where(isNotNull(t.closedAt)),
      c.index('cases_unsent').on(t.updatedAt, t.id).where(isNull(t.sentAt)),
    ],
  )
  const acts = c.table(
    'acts',
    {
      caseId: c
        .id('case_id')
        .notNull()
        .references(() => cases.id),
      seq: c.count('seq').notNull(),
      action: c.code('action').notNull(),
      step: c.code('step'),
      reopens: c.json('reopens').notNull(),
      result: c.code('result'),
      record: c.json('record').notNull(),
      account: c.id('account_id').notNull(),
      person: c.id('person_id').notNull(),
      office: c.id('office_id').notNull(),
      country: c.code('country').notNull(),
      role: c.code('role').notNull(),
      at: c.instant('at').notNull(),
      handover: c.id('handover_id'),
      journal: c.id('journal_id').notNull(),
    },
    (t) => [c.primaryKey({ name: 'acts_key', columns: [t.caseId, t.seq] })],
  )
  const parts = c.table(
    'parts',
    {
      office: c.id('office_id').notNull(),
      caseId: c
        .id('case_id')
        .notNull()
        .references(() => cases.id),
    },
    (t) => [c.primaryKey({ name: 'parts_key', columns: [t.office, t.caseId] }), c.index('parts_by_case').on(t.caseId)],
  )
  return { cases, acts, parts }
}
