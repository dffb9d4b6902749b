import { and, eq, sql } from './drizzle.ts'
import { param, statement } from './statement.ts'

// What is written where a case is erased; erase-case.ts says in which order.

export const deleteParts = statement(({ q, t }) => q.delete(t.parts).where(eq(t.parts.caseId, param('caseId'))))
export const deleteEscalations = statement(({ q, t }) =>
  q.delete(t.escalations).where(eq(t.escalations.caseId, param('caseId'))),
)
export const deleteWorkChanges = statement(({ q, t }) =>
  q.delete(t.workChanges).where(eq(t.workChanges.caseId, param('caseId'))),
)
export const deleteActs = statement(({ q, t }) => q.delete(t.acts).where(eq(t.acts.caseId, param('caseId'))))
export const deleteCase = statement(({ q, t }) => q.delete(t.cases).where(eq(t.cases.id, param('caseId'))))
export const deleteHandover = statement(({ q, t }) =>
  q.delete(t.handovers).where(and(eq(t.handovers.id, param('id')), eq(t.handovers.version, param('version')))),
)
export const rewriteHandover = statement(({ q, t }) =>
  q
    .update(t.handovers)
    .set({ version: sql`${t.handovers.version} + 1`, content: param('content') })
    .where(and(eq(t.handovers.id, param('id')), eq(t.handovers.version, param('version')))),
)
export const deleteRegister = statement(({ q, t }) =>
  q.delete(t.registers).where(and(eq(t.registers.kind, param('kind')), eq(t.registers.id, param('id')))),
)
export const deleteKeys = statement(({ q, t, within }) =>
  q.delete(t.idempotency).where(within(t.idempotency.nounId, param('nouns'))),
)
export const deleteNotices = statement(({ q, t, within }) =>
  q.delete(t.outbox).where(within(t.outbox.id, param('journals'))),
)
export const rewriteNotice = statement(({ q, t }) =>
  q
    .update(t.outbox)
    .set({ payload: param('payload') })
    .where(eq(t.outbox.id, param('id'))),
)
export const deleteJournalParts = statement(({ q, t }) =>
  q.delete(t.journalParts).where(eq(t.journalParts.caseId, param('caseId'))),
)
/** Content goes with the last case it says something of; looked at within the commit, after the parts have gone. */
export const deleteJournalContent = statement(({ q, t, within }) =>
  q
    .delete(t.journalContent)
    .where(
      and(
        within(t.journalContent.id, param('journals')),
        sql`not exists (select 1 from ${t.journalParts} where ${t.journalParts.journal} = ${t.journalContent.id})`,
      ),
    ),
)
