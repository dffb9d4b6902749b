import { remainsInFiles } from '../../db/mark-queries.ts'
import { countFilesMadeBy } from '../../db/old-report-files.ts'
import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { addDays, type Day, type Instant, parseDay, startOfDay } from '../domain/kernel/instant.ts'
import { eraseWhatIsDue, purge } from '../jobs/erase-what-is-due.ts'
import { goneIfMadeBy, letFilesGo } from '../jobs/let-files-go.ts'
import { retentionPlan } from '../services/retention-plan.ts'
import { openService, type Service } from '../services/service.ts'
import { BadUse } from './bad-use.ts'
import type { Command, Output } from './command.ts'
import { withDatabase } from './database.ts'

/** Beyond it a year is typed wrong, or of the Buddhist era. */
const LAST_DAY = '2200-12-31'

export const retention: Command = {
  help: `mekong-liaison retention [--until DAY]    list what will be blocked and erased up to a day (today); nothing is changed
mekong-liaison retention --run            erase now what is due, write the files anew, print the certificates

Files of reports go some days after they were made, and can be made again; their number is told.
Cases are named by the hash that stands in their certificate, never by reference. On PostgreSQL --run writes tables anew
(VACUUM FULL): the service waits meanwhile. Exit 1: the files are in use and may still hold remains; run it again.
`,
  options: { until: { type: 'string' }, run: { type: 'boolean', default: false } },
  run([stray], { until, run }, output) {
    if (stray !== undefined) throw new BadUse(`retention: ${stray} is not known; --run erases what is due`)
    if (run === true && until !== undefined) throw new BadUse('retention: --until or --run, not both')
    const last = until === undefined ? (systemClock.now().slice(0, 10) as Day) : parseDay(String(until))
    if (!last || last > LAST_DAY) throw new BadUse('--until is a Gregorian day such as 2028-03-02, up to 2200')
    return withDatabase(async (engine) => {
      const service = await openService(engine, systemClock, readConfig(process.env).SESSION_SECRET)
      return run === true ? erase(service, output) : list(service, last, output)
    })
  },
}

async function list(service: Service, until: Day, { result }: Output): Promise<number> {
  const end: Instant = startOfDay(addDays(until, 1), 0)
  const cases = await retentionPlan(service, end)
  const reportFiles = await countFilesMadeBy(service.engine, goneIfMadeBy(service.world, end))
  const lines = cases.map(({ what, why, day, openedBy, sharedWith, caseHash }) =>
    [day, what.padEnd(5), why.padEnd(9), `${openedBy}-${sharedWith ?? '..'}`, caseHash].join('  '),
  )
  const told = [...lines, ...filesLine(reportFiles)]
  result({ until, cases, reportFiles }, told.join('\n') || `nothing up to ${until}`)
  return 0
}

const filesLine = (count: number): readonly string[] => (count === 0 ? [] : [`files of reports: ${count}`])

async function erase(service: Service, { result, say }: Output): Promise<number> {
  const certificates = await eraseWhatIsDue(service)
  const reportFiles = await letFilesGo(service)
  // Also what another run erased and did not come to the end with.
  const isClean = (await remainsInFiles(service.engine)) === null || (await purge(service))
  const lines = certificates.map(({ at, id, why, caseHash }) => [at, id, why, caseHash].join('  '))
  const told = [...lines, ...filesLine(reportFiles)]
  result({ certificates, reportFiles, isClean }, told.join('\n') || 'nothing was due')
  if (!isClean) say('the files are in use and may still hold remains of what was erased: run it again')
  return isClean ? 0 : 1
}
