import { and, asc, eq, isNotNull, isNull, like, lte, ne, or, sql } from './drizzle.ts'
import { param, statement } from './statement.ts'

// What is looked at before a case is erased; erase-case.ts says for what.

const limit = () => param('limit') as never

/** A page of closed cases, those closed first first. */
export const closedCases = statement(({ q, t }) =>
  q
    .select({ id: t.cases.id, at: t.cases.closedAt })
    .from(t.cases)
    .where(
      and(
        isNotNull(t.cases.closedAt),
        lte(t.cases.closedAt, param('before')),
        sql`(${t.cases.closedAt}, ${t.cases.id}) > (${param('at')}, ${param('id')})`,
      ),
    )
    .orderBy(asc(t.cases.closedAt), asc(t.cases.id))
    .limit(limit()),
)
/** A page of cases that were not sent, those touched last a long time ago first. */
export const unsentCases = statement(({ q, t }) =>
  q
    .select({ id: t.cases.id, at: t.cases.updatedAt })
    .from(t.cases)
    .where(
      and(
        isNull(t.cases.sentAt),
        lte(t.cases.updatedAt, param('before')),
        sql`(${t.cases.updatedAt}, ${t.cases.id}) > (${param('at')}, ${param('id')})`,
      ),
    )
    .orderBy(asc(t.cases.updatedAt), asc(t.cases.id))
    .limit(limit()),
)

export const partsOfCase = statement(({ q, t }) =>
  q
    .select({ office: t.parts.office })
    .from(t.parts)
    .where(eq(t.parts.caseId, param('caseId'))),
)
export const queueOfCase = statement(({ q, t }) =>
  q
    .select({ step: t.queue.step })
    .from(t.queue)
    .where(eq(t.queue.caseId, param('caseId'))),
)
export const escalationsOfCase = statement(({ q, t }) =>
  q
    .select({ step: t.escalations.step })
    .from(t.escalations)
    .where(eq(t.escalations.caseId, param('caseId'))),
)
export const journalPartsOfCase = statement(({ q, t }) =>
  q
    .select({ journal: t.journalParts.journal })
    .from(t.journalParts)
    .where(eq(t.journalParts.caseId, param('caseId'))),
)
/** Which of these entries say something of other cases as well. */
export const sharedEntries = statement(({ q, t, within }) =>
  q
    .selectDistinct({ journal: t.journalParts.journal })
    .from(t.journalParts)
    .where(and(within(t.journalParts.journal, param('journals')), ne(t.journalParts.caseId, param('caseId')))),
)
export const noticesOf = statement(({ q, t, within }) =>
  q
    .select({ id: t.outbox.id, payload: t.outbox.payload })
    .from(t.outbox)
    .where(within(t.outbox.id, param('journals'))),
)
export const listsOfCase = statement(({ q, t }) =>
  q
    .select({ id: t.handovers.id, version: t.handovers.version, content: t.handovers.content })
    .from(t.handoverCases)
    .innerJoin(t.handovers, eq(t.handovers.id, t.handoverCases.handover))
    .where(eq(t.handoverCases.caseId, param('caseId')))
    .orderBy(asc(t.handovers.id)),
)
export const othersOnLists = statement(({ q, t, within }) =>
  q
    .selectDistinct({ handover: t.handoverCases.handover })
    .from(t.handoverCases)
    .where(and(within(t.handoverCases.handover, param('lists')), ne(t.handoverCases.caseId, param('caseId')))),
)
/** Meetings that took it up, and the person's request: entries of registers that name the case. */
export const registersNaming = statement(({ q, t }) =>
  q
    .select({
      kind: t.registers.kind,
      id: t.registers.id,
      version: t.registers.version,
      content: t.registers.content,
      at: t.registers.at,
    })
    .from(t.registers)
    .where(
      or(
        and(eq(t.registers.kind, param('erasure')), eq(t.registers.id, param('caseId'))),
        and(eq(t.registers.kind, param('meeting')), like(t.registers.content, param('naming'))),
      ),
    )
    .orderBy(asc(t.registers.kind), asc(t.registers.id)),
)
export const keysOfNouns = statement(({ q, t, within }) =>
  q
    .select({ key: t.idempotency.key })
    .from(t.idempotency)
    .where(within(t.idempotency.nounId, param('nouns'))),
)
