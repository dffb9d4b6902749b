import { loadCases } from '../../db/case-queries.ts'
import type { Engine } from '../../db/engine.ts'
import { FileCache } from '../../db/file-cache.ts'
import type { CaseFile } from '../../server/domain/cases/case-file.ts'
import { partsOf, queueOf } from '../../server/domain/cases/consequences.ts'
import { replay } from '../../server/domain/cases/replay.ts'
import { stageOf } from '../../server/domain/cases/stage.ts'
import type { CaseId, OfficeId } from '../../server/domain/kernel/ids.ts'
import { pinned, type World } from '../../server/domain/world.ts'
import { everyRow, type Rows, unlike } from './every-row.ts'
import { journalFaults } from './whole-journal.ts'

/**
 * What is wrong with a store in which everything was done through `execute`: each table must hold what follows from the
 * acts, no row less and none more. Half an act shows in the tables it reached, or in those it did not reach.
 */
export async function faultsOf(engine: Engine, world: World): Promise<readonly string[]> {
  const rows = await everyRow(engine)
  const ids = rows.cases.map(({ id }) => id as CaseId)
  // A cache of its own: what the service remembers is not what lies in the store.
  const find = (...[id, version]: Parameters<Parameters<typeof loadCases>[2]>) => pinned(world, id, version)
  const stored = await loadCases(engine, new FileCache(), find, ids, 'nobody' as OfficeId)
  const files = stored.map(({ file }) => file)
  return [
    ...caseFaults(rows, files),
    ...partFaults(world, rows, files),
    ...queueFaults(world, rows, files),
    ...handoverFaults(rows, files),
    ...journalFaults(rows, files),
  ]
}

/** The version counts the acts, which follow each other without a gap; the other columns are what the acts amount to. */
function caseFaults({ cases, acts }: Rows, files: readonly CaseFile[]): readonly string[] {
  const byId = new Map(cases.map((row) => [row.id as CaseId, row]))
  const derived = files.map((file) => ({
    ...byId.get(file.id),
    version: file.acts.length,
    stage: stageOf(file.state),
    child: file.state.child ? 1 : 0,
    sentAt: file.state.sentAt,
    createdAt: file.acts.at(0)?.at,
    updatedAt: file.acts.at(-1)?.at,
  }))
  const gapless = files.flatMap((file) => file.acts.map((_, before) => ({ caseId: file.id, seq: before + 1 })))
  const stored = acts.map(({ caseId, seq }) => ({ caseId, seq }))
  return [...unlike('cases', derived, cases), ...unlike('acts', gapless, stored)]
}

/** Parts are only ever added: an office that had one after any act has it still. */
function partFaults(world: World, { parts }: Rows, files: readonly CaseFile[]): readonly string[] {
  const after = (file: CaseFile, acts: CaseFile['acts']): CaseFile => ({
    ...file,
    acts,
    version: acts.length,
    state: replay(file.procedure, acts),
  })
  const derived = files.flatMap((file) =>
    file.acts
      .flatMap((_, before) => partsOf(world, after(file, file.acts.slice(0, before + 1))))
      .map((office) => ({ office, caseId: file.id })),
  )
  return unlike('parts', derived, parts)
}

/** The queue is that of the last act: each act writes the rows of its case anew. */
function queueFaults(world: World, { queue }: Rows, files: readonly CaseFile[]): readonly string[] {
  const derived = files.flatMap((file) =>
    file.acts.slice(-1).flatMap(({ at }) =>
      queueOf(world, file, at).map((row) => ({
        ...row,
        caseId: file.id,
        roles: `,${row.roles.join(',')},`,
        owes: row.owes ? 1 : 0,
      })),
    ),
  )
  return unlike('queue', derived, queue)
}

/** A list has a version for each act on it, and the cases that say they are on it. */
function handoverFaults({ acts, handovers, handoverCases }: Rows, files: readonly CaseFile[]): readonly string[] {
  const onLists = acts.filter(({ handover }) => handover !== null)
  const versions = [...Map.groupBy(onLists, ({ handover }) => handover)].map(([id, own]) => ({
    id,
    version: new Set(own.map(({ journal }) => journal)).size,
  }))
  const listed = files.flatMap(({ id, state }) => (state.handover ? [{ handover: state.handover.id, caseId: id }] : []))
  const stored = handovers.map(({ id, version }) => ({ id, version }))
  const positions = handoverCases.map(({ handover, caseId }) => ({ handover, caseId }))
  return [...unlike('handovers', versions, stored), ...unlike('handover_cases', listed, positions)]
}
