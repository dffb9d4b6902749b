import { insertJournal, insertJournalContent } from '../../db/commit-statements.ts'
import { dropEscalationsOf } from '../../db/escalation-queries.ts'
import { queueRowsOf, type StoredQueueRow } from '../../db/queue-queries.ts'
import {
  casesQueuedFor,
  type Reckoning,
  reckonedUntil,
  reckoningsDue,
  requeueWrites,
} from '../../db/reckoning-queries.ts'
import type { Write } from '../../db/statement.ts'
import { sha256 } from '../adapters/hashing.ts'
import { momentOf, randomSalt } from '../chance.ts'
import { queueOf } from '../domain/cases/consequences.ts'
import { reckoningEntry } from '../domain/journal/reckoning-entry.ts'
import type { CaseId, OfficeId } from '../domain/kernel/ids.ts'
import { loadFiles } from '../services/load-files.ts'
import type { Service } from '../services/service.ts'
import { pause } from './pause.ts'

/** Cases a portion: some milliseconds of work. */
const PORTION = 20

/**
 * A country declared its holidays anew, or a delegation began or ended: the queue rows of its open steps are written
 * again, portion by portion. How far it has come is kept with each portion, so that it goes on after a stop.
 */
export async function reckonAgain(service: Service): Promise<void> {
  for (const reckoning of await reckoningsDue(service.engine, service.clock.now())) {
    for (let cursor: string | null = reckoning.cursor; cursor !== null; ) {
      cursor = await reckonPortion(service, reckoning, cursor)
      await pause()
    }
  }
}

async function reckonPortion(service: Service, reckoning: Reckoning, after: string): Promise<string | null> {
  const { world, engine } = service
  const offices = [...world.offices.values()].flatMap(({ id, country }) => (country === reckoning.country ? [id] : []))
  const ids = await casesQueuedFor(engine, offices, after, PORTION)
  const at = momentOf(service.clock)
  const files = (await loadFiles(service, ids, '' as OfficeId)).map(({ file }) => file)
  const stored = Map.groupBy(await queueRowsOf(engine, ids), ({ caseId }) => caseId)
  const moved: Moved[] = []
  for (const file of files) {
    const rows = queueOf(world, file, at.now)
    const before = stored.get(file.id) ?? []
    const changes = rows.flatMap(({ step, dueDay, owes }) => {
      const was = before.find((row) => row.owes && row.step === step)?.dueDay
      return owes && was !== undefined && was !== dueDay ? [{ case: file.id, step, was, is: dueDay }] : []
    })
    // A case that somebody changed meanwhile has its rows by the new tables already.
    const lost = await engine.commit([
      ...requeueWrites(file.id, file.version, rows),
      ...changes.map(({ step }) => dropEscalationsOf(file.id, step)),
    ])
    if (lost === null) moved.push(...changes)
  }
  const last = ids.length < PORTION ? null : (ids.at(-1) ?? null)
  await engine.commit([...journalled(reckoning, moved, at), reckonedUntil(reckoning.id, last)])
  return last
}

interface Moved {
  readonly case: CaseId
  readonly step: StoredQueueRow['step']
  readonly was: StoredQueueRow['dueDay']
  readonly is: StoredQueueRow['dueDay']
}

/** Deadlines that moved are history: one entry for a portion of cases. */
function journalled(
  { country, why }: Reckoning,
  moved: readonly Moved[],
  at: ReturnType<typeof momentOf>,
): readonly Write[] {
  if (moved.length === 0) return []
  const entry = reckoningEntry(at.randomId(), { country, why, moved }, at.now, randomSalt(), sha256)
  return [
    { statement: insertJournal, params: { id: entry.id, kind: entry.kind, at: entry.at, leaf: entry.leaf } },
    { statement: insertJournalContent, params: { id: entry.id, salt: entry.salt, content: entry.content } },
  ]
}
