import {
  agendaWrite,
  escalationWrite,
  type LadderRow,
  ladderRowsDue,
  ladderRowsWithoutAnybody,
  nextLook,
  officesOwing,
} from '../../db/escalation-queries.ts'
import type { Write } from '../../db/statement.ts'
import { keyedHash } from '../adapters/hashing.ts'
import { climb, type Level } from '../domain/deadlines/ladder.ts'
import type { Instant } from '../domain/kernel/instant.ts'
import { standIn } from '../domain/registers/delegations.ts'
import { calendarOf } from '../domain/world.ts'
import { isStaffed } from '../services/attendance.ts'
import type { Service } from '../services/service.ts'
import { pause } from './pause.ts'

/** Rows a portion: about two milliseconds of work. */
const PORTION = 50

/**
 * Overdue steps go up: to the head of the focal agency, to the taskforce, onto the senior officials' agenda. Each level
 * of each step is recorded once, however often the job runs and however long it did not.
 */
export async function climbLadder(service: Service): Promise<void> {
  const now = service.clock.now()
  for (;;) {
    const rows = await ladderRowsDue(service.engine, now, PORTION)
    if (rows.length === 0) break
    await service.engine.commit(rows.flatMap((row) => writesFor(service, row, now)))
    await pause()
  }
  await raiseWhereNobodyIs(service, now)
}

function writesFor(service: Service, row: LadderRow, now: Instant): readonly Write[] {
  const { world } = service
  const country = world.offices.get(row.office)?.country
  if (!country || !row.dueAt) return [nextLook(row, null)]
  const { level, next } = climb(world.ladder, calendarOf(world, country), { ...row, dueAt: row.dueAt }, now)
  const reached = world.ladder.levels.filter((one) => one.level <= level)
  return [
    ...reached.map((one) => escalationWrite(row, country, one.level, now)),
    ...(level === 3 ? [agendaWrite(row, country, agendaId(service, row), now)] : []),
    nextLook(row, next),
  ]
}

/** Whoever reads the agenda cannot come back to the case; the service itself does not write it twice. */
const agendaId = ({ secret }: Service, { caseId, step, openedAt }: LadderRow): string =>
  keyedHash(secret, `agenda ${caseId} ${step} ${openedAt}`)

/** Where nobody has the role, and no other office stands in, nobody would ever be late: the focal agency hears at once. */
async function raiseWhereNobodyIs(service: Service, now: Instant): Promise<void> {
  const { world } = service
  const empty = (await officesOwing(service.engine)).filter(
    ({ office, roles }) =>
      !isStaffed(service, office, roles) && !roles.some((role) => standIn(world, office, role as never, now)),
  )
  const offices = [...new Set(empty.map(({ office }) => office))]
  for (;;) {
    const rows = offices.length === 0 ? [] : await ladderRowsWithoutAnybody(service.engine, offices, PORTION)
    if (rows.length === 0) return
    const first: Level = 1
    const writes = rows.flatMap((row) => {
      const country = world.offices.get(row.office)?.country
      return country ? [escalationWrite(row, country, first, now)] : []
    })
    await service.engine.commit(writes)
    if (writes.length < rows.length) return
    await pause()
  }
}
