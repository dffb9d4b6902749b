import { and, eq } from 'drizzle-orm'
import type { Change } from '../server/domain/cases/act.ts'
import type { CaseFile } from '../server/domain/cases/case-file.ts'
import { partsOf, type QueueRow, queueOf } from '../server/domain/cases/consequences.ts'
import { stageOf } from '../server/domain/cases/stage.ts'
import type { JournalEntry } from '../server/domain/journal/entry.ts'
import type { AccountId, CaseId } from '../server/domain/kernel/ids.ts'
import type { World } from '../server/domain/world.ts'
import { param, statement, type Write } from './statement.ts'

const insertCase = statement(({ q, t }) =>
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
      createdAt: param('at'),
      updatedAt: param('at'),
    })
    .onConflictDoNothing(),
)
const updateCase = statement(({ q, t }) =>
  q
    .update(t.cases)
    .set({
      version: param('version'),
      stage: param('stage'),
      child: param('child'),
      sentAt: param('sentAt'),
      updatedAt: param('at'),
    })
    .where(and(eq(t.cases.id, param('id')), eq(t.cases.version, param('expected')))),
)
const insertAct = statement(({ q, t }) =>
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
const insertPart = statement(({ q, t }) =>
  q
    .insert(t.parts)
    .values({ office: param('office'), caseId: param('caseId') })
    .onConflictDoNothing(),
)
const clearQueue = statement(({ q, t }) => q.delete(t.queue).where(eq(t.queue.caseId, param('caseId'))))
const insertQueue = statement(({ q, t }) =>
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
  }),
)
const insertHandover = statement(({ q, t }) =>
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
const insertHandoverCase = statement(({ q, t }) =>
  q
    .insert(t.handoverCases)
    .values({ handover: param('handover'), caseId: param('caseId'), position: param('position') }),
)
const updateHandover = statement(({ q, t }) =>
  q
    .update(t.handovers)
    .set({ version: param('version'), status: param('status'), at: param('at'), content: param('content') })
    .where(and(eq(t.handovers.id, param('id')), eq(t.handovers.version, param('expected')))),
)
const insertJournal = statement(({ q, t }) =>
  q.insert(t.journal).values({ id: param('id'), kind: param('kind'), at: param('at'), leaf: param('leaf') }),
)
const insertJournalContent = statement(({ q, t }) =>
  q.insert(t.journalContent).values({ id: param('id'), salt: param('salt'), content: param('content') }),
)
const insertOutbox = statement(({ q, t }) =>
  q.insert(t.outbox).values({ id: param('id'), topic: param('topic'), payload: param('payload'), at: param('at') }),
)
const insertEffect = statement(({ q, t }) =>
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

/** One act as it goes to the store. */
export interface Commit {
  readonly change: Change
  readonly entry: JournalEntry
  readonly account: AccountId
  readonly key: string
  readonly inputHash: string
  readonly noun: { readonly type: 'Case' | 'Handover'; readonly id: string }
}

/**
 * Everything one act leaves behind, in one list: the key first, so that a repeated act stops there; then versions, acts,
 * parts, queue, journal and outbox. Cases in the order of their ids, so that two lists never wait for each other.
 */
export function writesOf(world: World, { change, entry, account, key, inputHash, noun }: Commit): readonly Write[] {
  const cases = change.cases.toSorted((one, other) => (one.after.id < other.after.id ? -1 : 1))
  const effect = { account, key, inputHash, journal: entry.id, leaf: entry.leaf, at: entry.at }
  const payload = JSON.stringify({ action: entry.kind, cases: cases.map(({ after }) => after.id), noun: noun.id })
  return [
    {
      statement: insertEffect,
      params: { ...effect, nounType: noun.type, nounId: noun.id },
      unless: { rows: 1, refused: 'repeated' },
    },
    ...(change.handover ? handoverWrites(change.handover) : []),
    ...cases.flatMap(({ before, after }) => caseWrites(world, before, after, entry)),
    { statement: insertJournal, params: { id: entry.id, kind: entry.kind, at: entry.at, leaf: entry.leaf } },
    { statement: insertJournalContent, params: { id: entry.id, salt: entry.salt, content: entry.content } },
    { statement: insertOutbox, params: { id: entry.id, topic: entry.kind, payload, at: entry.at } },
  ]
}

function caseWrites(world: World, before: CaseFile | null, after: CaseFile, entry: JournalEntry): readonly Write[] {
  const act = after.acts.at(-1)
  if (!act) return []
  const { id, state, procedure } = after
  const row = {
    ...after,
    stage: stageOf(state),
    child: state.child ? 1 : 0,
    sentAt: state.sentAt,
    procedure: procedure.id,
    procedureVersion: procedure.version,
    procedureHash: procedure.hash,
    at: entry.at,
    expected: before?.version,
  }
  const queued = (one: QueueRow): Write => ({
    statement: insertQueue,
    params: { ...one, caseId: id, roles: `,${one.roles.join(',')},`, owes: one.owes ? 1 : 0 },
  })
  const known = before ? new Set(partsOf(world, before)) : new Set()
  return [
    { statement: before ? updateCase : insertCase, params: row, unless: { rows: 1, refused: 'conflict' } },
    {
      statement: insertAct,
      params: {
        ...act,
        ...act.by,
        caseId: id,
        reopens: JSON.stringify(act.reopens),
        record: JSON.stringify(act.record),
      },
    },
    ...partsOf(world, after)
      .filter((office) => !known.has(office))
      .map((office) => ({ statement: insertPart, params: { office, caseId: id } })),
    { statement: clearQueue, params: { caseId: id } },
    ...queueOf(world, after, entry.at).map(queued),
  ]
}

function handoverWrites({ before, after }: NonNullable<Change['handover']>): readonly Write[] {
  const { id, version, caseIds, ...content } = after
  const row = { ...content, id, version, content: JSON.stringify(content), expected: before?.version }
  if (before) return [{ statement: updateHandover, params: row, unless: { rows: 1, refused: 'conflict' } }]
  return [
    { statement: insertHandover, params: row },
    ...caseIds.map((caseId: CaseId, position: number) => ({
      statement: insertHandoverCase,
      params: { handover: id, caseId, position },
    })),
  ]
}
