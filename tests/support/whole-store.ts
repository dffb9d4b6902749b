import { statement } from '../../db/statement.ts'
import { sha256 } from '../../server/adapters/hashing.ts'
import type { Act, CaseFile } from '../../server/domain/cases/case-file.ts'
import { partsOf, queueOf } from '../../server/domain/cases/consequences.ts'
import { replay } from '../../server/domain/cases/replay.ts'
import { stageOf } from '../../server/domain/cases/stage.ts'
import { canonical } from '../../server/domain/journal/canonical.ts'
import type { CaseId, OfficeId } from '../../server/domain/kernel/ids.ts'
import type { World } from '../../server/domain/world.ts'
import { loadFiles } from '../../server/services/load-files.ts'
import type { Service } from '../../server/services/service.ts'

const statements = {
  cases: statement(({ q, t }) => q.select().from(t.cases)),
  acts: statement(({ q, t }) => q.select().from(t.acts)),
  parts: statement(({ q, t }) => q.select().from(t.parts)),
  queue: statement(({ q, t }) => q.select().from(t.queue)),
  handovers: statement(({ q, t }) => q.select().from(t.handovers)),
  handoverCases: statement(({ q, t }) => q.select().from(t.handoverCases)),
  journal: statement(({ q, t }) => q.select().from(t.journal)),
  journalContent: statement(({ q, t }) => q.select().from(t.journalContent)),
  outbox: statement(({ q, t }) => q.select().from(t.outbox)),
  idempotency: statement(({ q, t }) => q.select().from(t.idempotency)),
}
type Rows = Awaited<ReturnType<typeof readRows>>

export async function readRows({ engine }: Service) {
  return {
    cases: await engine.all(statements.cases, {}),
    acts: await engine.all(statements.acts, {}),
    parts: await engine.all(statements.parts, {}),
    queue: await engine.all(statements.queue, {}),
    handovers: await engine.all(statements.handovers, {}),
    handoverCases: await engine.all(statements.handoverCases, {}),
    journal: await engine.all(statements.journal, {}),
    journalContent: await engine.all(statements.journalContent, {}),
    outbox: await engine.all(statements.outbox, {}),
    idempotency: await engine.all(statements.idempotency, {}),
  }
}

/**
 * What is wrong with a store in which every act was done through `execute`: each table must hold what follows from the
 * acts, no row less and none more. Half an act shows in the tables it reached, or in those it did not reach.
 */
export async function faultsOf(service: Service): Promise<string[]> {
  const rows = await readRows(service)
  const ids = rows.cases.map(({ id }) => id as CaseId)
  const stored = await loadFiles(service, ids, 'nobody' as OfficeId)
  const files = stored.map(({ file }) => file)
  return [...caseFaults(service.world, rows, files), ...handoverFaults(rows), ...journalFaults(rows, files)]
}

function caseFaults(world: World, rows: Rows, files: readonly CaseFile[]): string[] {
  const byId = new Map(rows.cases.map((row) => [row.id as string, row]))
  const cases = files.map(({ id, acts, state }) => ({
    ...byId.get(id),
    version: acts.length,
    stage: stageOf(state),
    child: state.child ? 1 : 0,
    sentAt: state.sentAt,
    createdAt: acts.at(0)?.at,
    updatedAt: acts.at(-1)?.at,
  }))
  const gapless = files.flatMap(({ id, acts }) => acts.map((_, position) => ({ caseId: id, seq: position + 1 })))
  const parts = files.flatMap((file) => {
    // Parts are only ever added: an office that had one after any act has it still.
    const offices = file.acts.flatMap((_, position) => {
      const acts = file.acts.slice(0, position + 1)
      return partsOf(world, { ...file, acts, version: acts.length, state: replay(file.procedure, acts) })
    })
    return [...new Set(offices)].map((office) => ({ office, caseId: file.id }))
  })
  const queue = files.flatMap((file) => {
    const last = file.acts.at(-1)
    if (!last) return []
    const spelt = { caseId: file.id }
    return queueOf(world, file, last.at).map((row) => ({
      ...row,
      ...spelt,
      roles: `,${row.roles.join(',')},`,
      owes: row.owes ? 1 : 0,
    }))
  })
  return [
    ...unlike('cases', cases, rows.cases),
    ...unlike(
      'acts',
      gapless,
      rows.acts.map(({ caseId, seq }) => ({ caseId, seq })),
    ),
    ...unlike('parts', parts, rows.parts),
    ...unlike('queue', queue, rows.queue),
  ]
}

/** A list has the cases in which it was proposed, and a version for each act on it. */
function handoverFaults({ acts, handovers, handoverCases }: Rows): string[] {
  const onLists = acts.filter(({ handover }) => handover !== null)
  const versions = [...Map.groupBy(onLists, ({ handover }) => handover)].map(([id, own]) => ({
    id,
    version: new Set(own.map(({ journal }) => journal)).size,
  }))
  const listed = onLists
    .filter(({ action }) => action === 'proposeHandover')
    .map(({ handover, caseId }) => ({ handover, caseId }))
  return [
    ...unlike(
      'handovers',
      versions,
      handovers.map(({ id, version }) => ({ id, version })),
    ),
    ...unlike(
      'handover_cases',
      listed,
      handoverCases.map(({ handover, caseId }) => ({ handover, caseId })),
    ),
  ]
}

interface Content {
  readonly handover?: { readonly id: string; readonly version: number }
  readonly cases: readonly { readonly id: string }[]
}

/** An act, in however many cases, has one row each in journal, content, outbox and idempotency. */
function journalFaults(rows: Rows, files: readonly CaseFile[]): string[] {
  const acts = files.flatMap(({ id, acts }) => acts.map((act) => ({ caseId: id, act })))
  const entries = [...Map.groupBy(acts, ({ act }) => act.journal)].map(([id, inCases]) => {
    const { action: kind, at, by, handover } = (inCases[0] as { act: Act }).act
    return { id, kind, at, by, handover, inCases: inCases.sort((one, other) => (one.caseId < other.caseId ? -1 : 1)) }
  })
  const contents = new Map(rows.journalContent.map((row) => [row.id as string, row]))
  const leafOf = (id: string) => {
    const row = contents.get(id)
    return row && sha256(`${row.salt}\n${row.content}`)
  }
  const versions = new Map(
    rows.journalContent.map(({ id, content }) => [id, (JSON.parse(content) as Content).handover]),
  )
  const nounOf = ({ handover, inCases }: (typeof entries)[number]) => handover ?? inCases[0]?.caseId
  return [
    ...unlike(
      'journal',
      entries.map(({ id, kind, at }) => ({ id, kind, at, leaf: leafOf(id) })),
      rows.journal,
    ),
    ...unlike(
      'journal_content',
      entries.map(({ id, kind, at, by: { person: _, ...by }, handover, inCases }) => ({
        id,
        kind,
        at,
        by,
        handover: handover && { id: handover, version: versions.get(id)?.version },
        cases: inCases.map(({ caseId, act: { seq, step, result, record } }) => ({
          id: caseId,
          version: seq,
          step,
          result,
          record,
        })),
      })),
      rows.journalContent.map(({ content }) => {
        const read = JSON.parse(content) as Content
        return { ...read, cases: read.cases.toSorted((one, other) => (one.id < other.id ? -1 : 1)) }
      }),
    ),
    ...unlike(
      'outbox',
      entries.map((entry) => ({
        id: entry.id,
        topic: entry.kind,
        at: entry.at,
        payload: { action: entry.kind, cases: entry.inCases.map(({ caseId }) => caseId), noun: nounOf(entry) },
      })),
      rows.outbox.map((row) => ({ ...row, payload: JSON.parse(row.payload) })),
    ),
    ...unlike(
      'idempotency',
      entries.map((entry) => ({
        account: entry.by.account,
        journal: entry.id,
        leaf: leafOf(entry.id),
        at: entry.at,
        nounType: entry.handover ? 'Handover' : 'Case',
        nounId: nounOf(entry),
      })),
      rows.idempotency.map(({ key: _, inputHash: __, ...row }) => row),
    ),
  ]
}

/** Rows that should be there and are not, and rows that are there and should not be. */
function unlike(table: string, wanted: readonly object[], stored: readonly object[]): string[] {
  const [should, are] = [wanted, stored].map((rows) => new Set(rows.map(canonical))) as [Set<string>, Set<string>]
  return [
    ...[...should.difference(are)].map((row) => `${table} lacks ${row}`),
    ...[...are.difference(should)].map((row) => `${table} has ${row}`),
    ...(stored.length === are.size ? [] : [`${table} has a row twice`]),
  ]
}
