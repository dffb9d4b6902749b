import type { Change } from '../server/domain/cases/act.ts'
import type { CaseFile } from '../server/domain/cases/case-file.ts'
import { partsOf, queueOf } from '../server/domain/cases/consequences.ts'
import { stageOf } from '../server/domain/cases/stage.ts'
import { workHeard } from '../server/domain/disclosure/work-heard.ts'
import type { JournalEntry } from '../server/domain/journal/entry.ts'
import type { AccountId, CaseId } from '../server/domain/kernel/ids.ts'
import { endOfDay, startOfDay } from '../server/domain/kernel/instant.ts'
import type { NounType } from '../server/domain/kernel/noun.ts'
import type { AnyRegistered } from '../server/domain/registers/register.ts'
import { closedAtOf } from '../server/domain/retention/schedule.ts'
import type { Fact } from '../server/domain/statistics/fact.ts'
import { calendarOf, type World } from '../server/domain/world.ts'
import { aggregateWrites } from './aggregate-writes.ts'
import {
  deleteHandoverCase,
  insertAct,
  insertCase,
  insertEffect,
  insertHandover,
  insertHandoverCase,
  insertOutbox,
  insertPart,
  updateCase,
  updateHandover,
} from './commit-statements.ts'
import { journalWrites } from './journal-writes.ts'
import { procedureWrite } from './procedure-queries.ts'
import { queueWrites, unchanged } from './queue-writes.ts'
import { reckoningWrite } from './reckoning-queries.ts'
import { registerWrites, unchangedEntry } from './register-queries.ts'
import { reportWrites } from './report-writes.ts'
import type { Write } from './statement.ts'
import { factWrite } from './statistics-queries.ts'
import { changeWrites } from './work-change-queries.ts'

/** One act as it goes to the store. */
export interface Commit {
  readonly change: Change
  readonly entry: JournalEntry
  readonly account: AccountId
  readonly key: string
  readonly inputHash: string
  readonly noun: { readonly type: NounType; readonly id: string }
  /** What it adds to the statistics, under random ids of their own. */
  readonly facts: readonly (Fact & { readonly id: string })[]
}

/**
 * Everything one act leaves behind, in one list: the key first, so that a repeated act stops there; then versions, acts,
 * parts, queue, journal and outbox. Cases in the order of their ids, so that two lists never wait for each other.
 */
export function writesOf(
  world: World,
  { change, entry, account, key, inputHash, noun, facts }: Commit,
): readonly Write[] {
  const cases = change.cases.toSorted((one, other) => (one.after.id < other.after.id ? -1 : 1))
  const effect = { account, key, inputHash, journal: entry.id, leaf: entry.leaf, at: entry.at }
  const payload = JSON.stringify({ action: entry.kind, cases: cases.map(({ after }) => after.id), noun: noun.id })
  return [
    {
      statement: insertEffect,
      params: { ...effect, nounType: noun.type, nounId: noun.id },
      unless: { rows: 1, refused: 'repeated' },
    },
    ...(change.about ?? []).map(unchanged),
    ...(change.restsOn ?? []).map(unchangedEntry),
    ...(change.register ? registerWrites(change.register, entry.at) : []),
    ...aggregateWrites(change.register?.after),
    ...reportWrites(change, entry.at),
    ...(change.register ? reckoningsOf(world, change.register.after, entry) : []),
    ...(change.procedure ? [procedureWrite(change.procedure, entry.at)] : []),
    ...(change.handover ? handoverWrites(change.handover) : []),
    ...cases.flatMap(({ before, after }) => caseWrites(world, before, after, entry)),
    ...journalWrites(entry),
    ...facts.map(factWrite),
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
    closedAt: closedAtOf(after),
    procedure: procedure.id,
    procedureVersion: procedure.version,
    procedureHash: procedure.hash,
    at: entry.at,
    expected: before?.version,
  }
  const known = before ? new Set(partsOf(world, before)) : new Set()
  const queued = queueOf(world, after, entry.at)
  const queuedBefore = before && { file: before, queue: queueOf(world, before, entry.at) }
  // Beside those who have a part, whoever stands in for one of them today.
  const parts = new Set([...partsOf(world, after), ...queued.map(({ office }) => office)])
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
    ...[...parts]
      .filter((office) => !known.has(office))
      .map((office) => ({ statement: insertPart, params: { office, caseId: id } })),
    ...queueWrites(id, queued),
    ...changeWrites(entry.id, id, workHeard(world, queuedBefore, { file: after, queue: queued }), entry.at),
  ]
}

/** Which queues a declared holiday or a delegation changes, and when: a delegation as it begins and as it has ended. */
function reckoningsOf(world: World, after: AnyRegistered, { id, at }: JournalEntry): readonly Write[] {
  if (after.kind === 'holidays')
    return [reckoningWrite({ id, country: after.content.country, why: 'holidays', dueAt: at })]
  if (after.kind !== 'delegation') return []
  const { country, firstDay, lastDay } = after.content
  const { offsetMinutes } = calendarOf(world, country)
  const begins = startOfDay(firstDay, offsetMinutes)
  return [
    reckoningWrite({ id: `${id}-begins`, country, why: 'delegation', dueAt: begins < at ? at : begins }),
    reckoningWrite({ id: `${id}-ends`, country, why: 'delegation', dueAt: endOfDay(lastDay, offsetMinutes) }),
  ]
}

function handoverWrites({ before, after }: NonNullable<Change['handover']>): readonly Write[] {
  const { id, version, caseIds, ...content } = after
  const row = { ...content, id, version, content: JSON.stringify(content), expected: before?.version }
  if (before) {
    const off = before.caseIds.filter((caseId) => !caseIds.includes(caseId))
    return [
      { statement: updateHandover, params: row, unless: { rows: 1, refused: 'conflict' } },
      ...off.map((caseId) => ({ statement: deleteHandoverCase, params: { handover: id, caseId } })),
    ]
  }
  return [
    { statement: insertHandover, params: row },
    ...caseIds.map((caseId: CaseId, position: number) => ({
      statement: insertHandoverCase,
      params: { handover: id, caseId, position },
    })),
  ]
}
