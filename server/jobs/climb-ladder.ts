import { agendaWrite, escalationWrite, type LadderRow, ladderRowsDue, nextLook } from '../../db/ladder-queries.ts'
import type { Write } from '../../db/statement.ts'
import { keyedHash } from '../adapters/hashing.ts'
import { climb } from '../domain/deadlines/ladder.ts'
import { calendarOf } from '../domain/world.ts'
import type { Service } from '../services/service.ts'
import { pause } from './pause.ts'

/** Rows a portion: some milliseconds of work, the commit included. */
const PORTION = 5

/**
 * Overdue steps go up: to the head of the focal agency, to the taskforce, onto the senior officials' agenda. Each level
 * of each step is recorded once, however often the job runs and however long it did not.
 */
export async function climbLadder(service: Service): Promise<void> {
  const now = service.clock.now()
  for (;;) {
    const rows = await ladderRowsDue(service.engine, now, PORTION)
    if (rows.length === 0) return
    await service.engine.commit(rows.flatMap((row) => writesFor(service, row, now)))
    await pause()
  }
}

function writesFor(service: Service, row: LadderRow, now: LadderRow['openedAt']): readonly Write[] {
  const { world } = service
  const country = world.offices.get(row.office)?.country
  if (!country || !row.dueAt) return [nextLook(row, null)]
  const { reached, next } = climb(world.ladder, calendarOf(world, country), { ...row, dueAt: row.dueAt }, now)
  // What was never sent is known to its own offices alone: it goes no higher than the head of the focal agency.
  const known = reached.filter(({ level }) => level === 1 || row.sentAt !== null)
  return [
    ...known.map(({ level, at }) => escalationWrite(row, country, level, at)),
    ...known.flatMap(({ level, at }) => (level === 3 ? [agendaWrite(row, country, agendaId(service, row), at)] : [])),
    nextLook(row, next),
  ]
}

/** Whoever reads the agenda cannot come back to the case; the service itself does not write it twice. */
const agendaId = ({ secret }: Service, { caseId, step, openedAt }: LadderRow): string =>
  keyedHash(secret, `agenda ${caseId} ${step} ${openedAt}`)
