import type { Vocabulary } from '../columns.ts'
import { isNotNull } from '../drizzle.ts'

/** One row per owed step and office, written in the commit that opens or closes it; its key is the order of the queue. */
export const queueTables = (c: Vocabulary) => {
  const queue = c.table(
    'queue',
    {
      office: c.id('office_id').notNull(),
      dueDay: c.day('due_day').notNull(),
      caseId: c.id('case_id').notNull(),
      step: c.code('step').notNull(),
      /** Comma before, between and after, so that one role can be looked for. */
      roles: c.code('roles').notNull(),
      owes: c.flag('owes').notNull(),
      amberAt: c.instant('amber_at'),
      dueAt: c.instant('due_at'),
      openedAt: c.instant('opened_at').notNull(),
      /** When the ladder of reminders looks at the row next; null when it never will. */
      nextAt: c.instant('next_at'),
    },
    (t) => [
      c.primaryKey({ name: 'queue_key', columns: [t.office, t.dueDay, t.caseId, t.step] }),
      c.index('queue_by_case').on(t.caseId),
      // Few rows have one, and each act writes its rows anew: the index holds those alone.
      c.index('queue_by_next').on(t.nextAt).where(isNotNull(t.nextAt)),
    ],
  )
  return { queue }
}
