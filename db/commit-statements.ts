import { and, eq } from './drizzle.ts'
import { param, statement } from './statement.ts'

// The statements of a commit, in the order of its tables; commit-writes.ts says when each is used.

export const insertCase = statement(({ q, t }) =>
  q
    .insert(t.cases)
    .values({
      id: param('id'),
      reference: param('reference'),
      requestingCountry: param('requestingCountry'),
      countryOfReturn: param('countryOfReturn'),
      version: param('version'),
      stage: param('stage'),
      child: param('child'),
      authorOffice: param('authorOffice'),
      procedure: param('procedure'),
      procedureVersion: param('procedureVersion'),
      procedureHash: param('procedureHash'),
      sentAt: param('sentAt'),
      closedAt: param('closedAt'),
      createdAt: param('at'),
      updatedAt: param('at'),
    })
    .onConflictDoNothing(),
)
export const updateCase = statement(({ q, t }) =>
  q
    .update(t.cases)
    .set({
      countryOfReturn: param('countryOfReturn'),
      version: param('version'),
      stage: param('stage'),
      child: param('child'),
      procedure: param('procedure'),
      procedureVersion: param('procedureVersion'),
      procedureHash: param('procedureHash'),
      sentAt: param('sentAt'),
      closedAt: param('closedAt'),
      updatedAt: param('at'),
    })
    .where(and(eq(t.cases.id, param('id')), eq(t.cases.version, param('expected')))),
)
export const insertAct = statement(({ q, t }) =>
  q.insert(t.acts).values({
    caseId: param('caseId'),
    seq: param('seq'),
    action: param('action'),
    step: param('step'),
    reopens: param('reopens'),
    result: param('result'),
    record: param('record'),
    account: param('account'),
    person: param('person'),
    office: param('office'),
    country: param('country'),
    role: param('role'),
    at: param('at'),
    handover: param('handover'),
    journal: param('journal'),
  }),
)
export const insertPart = statement(({ q, t }) =>
  q
    .insert(t.parts)
    .values({ office: param('office'), caseId: param('caseId') })
    .onConflictDoNothing(),
)
export const clearQueue = statement(({ q, t }) => q.delete(t.queue).where(eq(t.queue.caseId, param('caseId'))))
export const insertQueue = statement(({ q, t }) =>
  q.insert(t.queue).values({
    office: param('office'),
    dueDay: param('dueDay'),
    caseId: param('caseId'),
    step: param('step'),
    roles: param('roles'),
    owes: param('owes'),
    amberAt: param('amberAt'),
    dueAt: param('dueAt'),
    openedAt: param('openedAt'),
    nextAt: param('nextAt'),
  }),
)
export const insertHandover = statement(({ q, t }) =>
  q.insert(t.handovers).values({
    id: param('id'),
    version: param('version'),
    status: param('status'),
    requestingCountry: param('requestingCountry'),
    countryOfReturn: param('countryOfReturn'),
    crossing: param('crossing'),
    at: param('at'),
    content: param('content'),
  }),
)
export const insertHandoverCase = statement(({ q, t }) =>
  q
    .insert(t.handoverCases)
    .values({ handover: param('handover'), caseId: param('caseId'), position: param('position') }),
)
export const updateHandover = statement(({ q, t }) =>
  q
    .update(t.handovers)
    .set({
      version: param('version'),
      status: param('status'),
      crossing: param('crossing'),
      at: param('at'),
      content: param('content'),
    })
    .where(and(eq(t.handovers.id, param('id')), eq(t.handovers.version, param('expected')))),
)
export const deleteHandoverCase = statement(({ q, t }) =>
  q
    .delete(t.handoverCases)
    .where(and(eq(t.handoverCases.handover, param('handover')), eq(t.handoverCases.caseId, param('caseId')))),
)
export const insertJournal = statement(({ q, t }) =>
  q.insert(t.journal).values({ id: param('id'), kind: param('kind'), at: param('at'), leaf: param('leaf') }),
)
export const insertJournalContent = statement(({ q, t }) =>
  q.insert(t.journalContent).values({ id: param('id'), salt: param('salt'), content: param('content') }),
)
export const insertJournalPart = statement(({ q, t }) =>
  q.insert(t.journalParts).values({
    journal: param('journal'),
    position: param('position'),
    caseId: param('caseId'),
    salt: param('salt'),
    content: param('content'),
  }),
)
export const insertOutbox = statement(({ q, t }) =>
  q.insert(t.outbox).values({ id: param('id'), topic: param('topic'), payload: param('payload'), at: param('at') }),
)
export const insertEffect = statement(({ q, t }) =>
  q
    .insert(t.idempotency)
    .values({
      account: param('account'),
      key: param('key'),
      inputHash: param('inputHash'),
      journal: param('journal'),
      leaf: param('leaf'),
      at: param('at'),
      nounType: param('nounType'),
      nounId: param('nounId'),
    })
    .onConflictDoNothing(),
)
