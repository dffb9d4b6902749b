import { FileCache } from '../../db/file-cache.ts'
import { journalWrites } from '../../db/journal-writes.ts'
import { rolesOf, rolesText } from '../../db/queue-roles.ts'
import { queueRowsOfCases, requeueWrites, type StoredRow } from '../../db/queue-writes.ts'
import {
  casesQueuedFor,
  type Reckoning,
  reckonedUntil,
  reckoningOf,
  reckoningsDue,
} from '../../db/reckoning-queries.ts'
import type { Write } from '../../db/statement.ts'
import { changeWrites } from '../../db/work-change-queries.ts'
import { sha256 } from '../adapters/hashing.ts'
import { momentOf, randomSalt } from '../chance.ts'
import { type QueueRow, queueOf } from '../domain/cases/consequences.ts'
import type { Role } from '../domain/cases/roles.ts'
import { climb } from '../domain/deadlines/ladder.ts'
import type { Heard } from '../domain/disclosure/work-heard.ts'
import { reckoningEntry } from '../domain/journal/reckoning-entry.ts'
import type { CountryCode } from '../domain/kernel/country.ts'
import type { CaseId, OfficeId } from '../domain/kernel/ids.ts'
import type { Instant } from '../domain/kernel/instant.ts'
import type { Moment } from '../domain/kernel/moment.ts'
import { calendarOf, type World } from '../domain/world.ts'
import { loadFiles } from '../services/load-files.ts'
import type { Service } from '../services/service.ts'
import { pause } from './pause.ts'

/** Cases a portion: some milliseconds of work, the commit included. */
const PORTION = 8

/**
 * A country declared its holidays anew, or a delegation began or ended: the queue rows of its open steps are written
 * again, portion by portion. How far it has come is kept with each portion, so that it goes on after a stop.
 */
export async function reckonAgain(service: Service): Promise<void> {
  for (const due of await reckoningsDue(service.engine, service.clock.now())) {
    for (let reckoning: Reckoning | null = due; reckoning !== null; ) {
      reckoning = await reckonPortion(service, reckoning)
      await pause()
    }
  }
}

/**
 * Rows, journal entry and how far it has come are one commit: all of it or nothing. It is refused where somebody acted in
 * one of the cases meanwhile, or another process was faster; then it is looked at again.
 */
async function reckonPortion(service: Service, reckoning: Reckoning): Promise<Reckoning | null> {
  const { world, engine } = service
  const isTheirs = (office: OfficeId) => world.offices.get(office)?.country === reckoning.country
  const { ids, next } = await casesQueuedFor(engine, isTheirs, reckoning.cursor, PORTION)
  const at = momentOf(service.clock)
  const change = at.randomId()
  // Read aside: the files that officers look at stay in memory.
  const files = await loadFiles({ ...service, files: new FileCache() }, ids, '' as OfficeId)
  const stored = Map.groupBy(await queueRowsOfCases(engine, ids), ({ caseId }) => caseId)
  const [writes, moved]: [Write[], Moved[]] = [[], []]
  for (const { file } of files) {
    const [rows, before] = [queueOf(world, file, at.now), stored.get(file.id) ?? []]
    const wrong = before.filter((one) => !rows.some((row) => stands(world, one, row, at.now)))
    const missing = rows.filter((row) => !before.some((one) => stands(world, one, row, at.now)))
    moved.push(...movedIn(file.id, wrong, missing))
    if (wrong.length + missing.length > 0)
      writes.push(
        ...requeueWrites(file, wrong, missing),
        ...changeWrites(change, file.id, heardOf(wrong, missing), at.now),
      )
    await pause()
  }
  const lost = await engine.commit([reckonedUntil(reckoning, next), ...writes, ...journalled(reckoning, moved, at)])
  if (lost !== null) return reckoningOf(engine, reckoning.id)
  if (writes.length > 0) service.live.changed()
  return next === null ? null : { ...reckoning, cursor: next }
}

/** Whether a row is as it must be; how far it has climbed counts as right where the next level comes when it says. */
function stands(world: World, stored: StoredRow, row: QueueRow, now: Instant): boolean {
  const country = world.offices.get(row.office)?.country
  return (
    stored.office === row.office &&
    stored.step === row.step &&
    stored.dueDay === row.dueDay &&
    stored.roles === rolesText(row.roles) &&
    stored.owes === row.owes &&
    stored.amberAt === row.amberAt &&
    stored.dueAt === row.dueAt &&
    stored.openedAt === row.openedAt &&
    (stored.nextAt === row.nextAt || stored.nextAt === nextLevel(world, country, row, now))
  )
}

const nextLevel = (world: World, country: CountryCode | null | undefined, { dueDay, dueAt }: QueueRow, now: Instant) =>
  country && dueAt ? climb(world.ladder, calendarOf(world, country), { dueDay, dueAt }, now).next : null

/** Whose rows go or come. What one side alone may know has no row with the other. */
function heardOf(wrong: readonly StoredRow[], right: readonly QueueRow[]): readonly Heard[] {
  const rows = [...wrong.map((row) => ({ ...row, roles: rolesOf(row.roles) as readonly Role[] })), ...right]
  return [...Map.groupBy(rows, ({ office }) => office)].map(([office, own]) => ({
    office,
    roles: [...new Set(own.flatMap(({ roles }) => roles))],
  }))
}

interface Moved {
  readonly case: CaseId
  readonly step: QueueRow['step']
  readonly was: QueueRow['dueDay']
  readonly is: QueueRow['dueDay']
}

/** What was due on another day; a step that has moved between offices did not move in time. */
function movedIn(id: CaseId, before: readonly StoredRow[], rows: readonly QueueRow[]): readonly Moved[] {
  return rows.flatMap(({ step, dueDay, owes }) => {
    const was = before.find((row) => row.owes && row.step === step)?.dueDay
    return owes && was !== undefined && was !== dueDay ? [{ case: id, step, was, is: dueDay }] : []
  })
}

/** Deadlines that moved are history: one entry for a portion of cases. */
function journalled({ country, why }: Reckoning, moved: readonly Moved[], at: Moment): readonly Write[] {
  if (moved.length === 0) return []
  const entry = reckoningEntry(at.randomId(), { country, why, moved }, at.now, { salt: randomSalt, sha256 })
  return journalWrites(entry)
}
