import { dropSomeEffectsBefore } from '../../db/effect-queries.ts'
import { dropSomeChangesBefore } from '../../db/old-changes.ts'
import { DAY, MINUTE, plus } from '../domain/kernel/instant.ts'
import { refreshStaff } from '../services/attendance.ts'
import { refreshProcedures, type Service } from '../services/service.ts'
import { climbLadder } from './climb-ladder.ts'
import { eraseWhatIsDue, purgeInTime } from './erase-what-is-due.ts'
import { forgetAttempts } from './forget-attempts.ts'
import { forgetErased } from './forget-erased.ts'
import { letFilesGo } from './let-files-go.ts'
import { pause } from './pause.ts'
import { raiseWhereNobodyIs } from './raise-where-nobody-is.ts'
import { reckonAgain } from './reckon-again.ts'
import { reckonWhatWasMissed } from './reckon-what-was-missed.ts'

/** How long a mutation sent twice is known to be the same (api.md). */
const KEPT_DAYS = 7
/** How long a listener who was cut off can go on where it was (README.md says ten minutes). */
const HEARD_MINUTES = 15

/**
 * What the clock triggers. Each job may run at any time and any number of times: it does what is due, once. What other
 * processes declared meanwhile is read first.
 */
export async function runDueJobs(service: Service): Promise<void> {
  await refreshProcedures(service)
  await reckonWhatWasMissed(service)
  await refreshStaff(service)
  const forgotten = plus(service.clock.now(), -KEPT_DAYS * DAY)
  while (await dropSomeEffectsBefore(service.engine, forgotten)) await pause()
  const unheard = plus(service.clock.now(), -HEARD_MINUTES * MINUTE)
  while (await dropSomeChangesBefore(service.engine, unheard)) await pause()
  await forgetAttempts(service)
  await reckonAgain(service)
  await climbLadder(service)
  await raiseWhereNobodyIs(service)
  await eraseWhatIsDue(service)
  await forgetErased(service)
  await letFilesGo(service)
  // What a process that died was making is taken up again.
  service.reports.wake()
  // Last: a log that nobody signs, and a role that may not write files anew, fail every minute, and nothing may wait for it.
  try {
    await service.log.run()
  } finally {
    await purgeInTime(service)
  }
}
