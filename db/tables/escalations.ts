import type { Vocabulary } from '../columns.ts'

export const escalationTables = (c: Vocabulary) => {
  /** How high an overdue step has come; erasable with its case. */
  const escalations = c.table(
    'escalations',
    {
      caseId: c.id('case_id').notNull(),
      step: c.code('step').notNull(),
      openedAt: c.instant('opened_at').notNull(),
      level: c.count('level').notNull(),
      at: c.instant('at').notNull(),
      /** The office that owes the step, and its country. */
      office: c.id('office_id').notNull(),
      country: c.code('country').notNull(),
      requestingCountry: c.code('requesting_country').notNull(),
      countryOfReturn: c.code('country_of_return').notNull(),
      dueDay: c.day('due_day').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'escalations_key', columns: [t.caseId, t.step, t.openedAt, t.level] }),
      c.index('escalations_by_country').on(t.country, t.at, t.caseId, t.step),
    ],
  )
  /** Rows for the next senior officials' meeting, by corridor: permanent, and without anything of a case. */
  const agendaItems = c.table('agenda_items', {
    id: c.id('id').primaryKey(),
    requestingCountry: c.code('requesting_country').notNull(),
    countryOfReturn: c.code('country_of_return').notNull(),
    step: c.code('step').notNull(),
    owedBy: c.code('owed_by').notNull(),
    at: c.instant('at').notNull(),
  })
  return { escalations, agendaItems }
}
