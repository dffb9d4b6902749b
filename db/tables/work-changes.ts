import type { Vocabulary } from '../columns.ts'

/** For live updates: that the work of an office changed, kept a quarter of an hour. Ids and codes only; erasable. */
export const workChangeTables = (c: Vocabulary) => {
  const workChanges = c.table(
    'work_changes',
    {
      id: c.id('id').primaryKey(),
      office: c.id('office_id').notNull(),
      /** Its place among the changes of the office; null until somebody of the office listens. */
      place: c.count('place'),
      caseId: c.id('case_id').notNull(),
      /** Roles whose work changed; comma before, between and after. */
      roles: c.code('roles').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [c.uniqueIndex('work_changes_by_place').on(t.office, t.place)],
  )
  /** The last place given, office by office: what a listener learns from it is how much changed in the own office alone. */
  const workPlaces = c.table('work_places', {
    office: c.id('office_id').primaryKey(),
    last: c.count('last').notNull(),
  })
  return { workChanges, workPlaces }
}
