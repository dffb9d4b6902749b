import type { Failed } from '../server/domain/access/pace.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { and, eq, lt, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'

const bySubject = statement(({ q, t }) =>
  q
    .select({ failures: t.attempts.failures, at: t.attempts.at })
    .from(t.attempts)
    .where(eq(t.attempts.subject, param('subject'))),
)
export async function failedOf(engine: Engine, subject: string): Promise<Failed | null> {
  const [row] = await engine.all(bySubject, { subject })
  return row ? { failures: row.failures, at: row.at as Instant } : null
}

const insert = statement(({ q, t }) =>
  q
    .insert(t.attempts)
    .values({ subject: param('subject'), failures: param('failures'), at: param('at') })
    .onConflictDoNothing(),
)
const update = statement(({ q, t }) =>
  q
    .update(t.attempts)
    .set({ failures: param('failures'), at: param('at') })
    .where(
      and(
        eq(t.attempts.subject, param('subject')),
        eq(t.attempts.failures, param('before')),
        eq(t.attempts.at, param('beforeAt')),
      ),
    ),
)
/** An attempt counts as failed before it is looked at; two at once cannot both take the same place. */
export const attemptWrite = (subject: string, before: Failed | null, failures: number, at: Instant): Write => ({
  statement: before ? update : insert,
  params: { subject, failures, at, before: before?.failures, beforeAt: before?.at },
  unless: { rows: 1, refused: 'conflict' },
})

const forget = statement(({ q, t }) => q.delete(t.attempts).where(eq(t.attempts.subject, param('subject'))))
export const forgetAttemptsWrite = (subject: string): Write => ({ statement: forget, params: { subject } })

const giveBack = statement(({ q, t }) =>
  q
    .update(t.attempts)
    .set({ failures: sql`${t.attempts.failures} - 1` })
    .where(and(eq(t.attempts.subject, param('subject')), sql`${t.attempts.failures} > 0`)),
)
/** The last attempt did not fail after all. */
export const giveBackWrite = (subject: string): Write => ({ statement: giveBack, params: { subject } })

const dropOld = statement(({ q, t }) => q.delete(t.attempts).where(lt(t.attempts.at, param('before'))))
export const dropAttemptsWrite = (before: Instant): Write => ({ statement: dropOld, params: { before } })
