import { dropEffectsBefore } from '../../db/effect-queries.ts'
import { DAY, plus } from '../domain/kernel/instant.ts'
import { refreshStaff } from '../services/attendance.ts'
import { refreshProcedures, type Service } from '../services/service.ts'
import { climbLadder } from './climb-ladder.ts'
import { raiseWhereNobodyIs } from './raise-where-nobody-is.ts'
import { reckonAgain } from './reckon-again.ts'
import { reckonWhatWasMissed } from './reckon-what-was-missed.ts'

/** How long a mutation sent twice is known to be the same (api.md). */
const KEPT_DAYS = 7

/**
 * What the clock triggers. Each job may run at any time and any number of times: it does what is due, once. What other
 * processes declared meanwhile is read first.
 */
export async function runDueJobs(service: Service): Promise<void> {
  await refreshProcedures(service)
  await reckonWhatWasMissed(service)
  await refreshStaff(service)
  await service.engine.commit(dropEffectsBefore(plus(service.clock.now(), -KEPT_DAYS * DAY)))
  await reckonAgain(service)
  await climbLadder(service)
  await raiseWhereNobodyIs(service)
}
