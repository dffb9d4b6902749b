import { join } from 'node:path'
import { openDatabase } from '../../db/open.ts'
import { seedProcedures } from '../../db/procedure-queries.ts'
import { statement } from '../../db/statement.ts'
import { StandingClock } from '../../server/clock.ts'
import { makeDemoAccounts } from '../../server/demo/accounts.ts'
import { Officers } from '../../server/demo/officers.ts'
import { liveThrough } from '../../server/demo/world.ts'
import type { CaseFile } from '../../server/domain/cases/case-file.ts'
import { type QueueRow, queueOf } from '../../server/domain/cases/consequences.ts'
import { replay } from '../../server/domain/cases/replay.ts'
import { type Stage, stageOf } from '../../server/domain/cases/stage.ts'
import { seeCase } from '../../server/domain/disclosure/see-case.ts'
import type { AccountId, CaseId, OfficeId, PersonId } from '../../server/domain/kernel/ids.ts'
import { addDays, DAY, type Day, type Instant, plus } from '../../server/domain/kernel/instant.ts'
import { loadFiles } from '../../server/services/load-files.ts'
import { openService, type Service } from '../../server/services/service.ts'

/** Every corridor at every stage once: 30 times 11. */
const CASES = 330
const DAYS_LIVED = 60

/** A real case, from which others differ by their ids and by whole days. */
export interface Template {
  readonly file: CaseFile
  readonly stage: Stage
}

export interface Templates {
  /** The database in which they were lived through. */
  readonly path: string
  readonly service: Service
  readonly list: readonly Template[]
}

const everyCase = statement(({ q, t }) => q.select({ id: t.cases.id }).from(t.cases))

/** The cases of a demo of its own, made through the services; the engine is closed again. */
export async function liveTemplates(folder: string, start: Instant): Promise<Templates> {
  const path = join(folder, 'templates.db')
  const engine = openDatabase(`file:${path}`)
  const clock = new StandingClock(plus(start, -DAYS_LIVED * DAY))
  await engine.migrate()
  await seedProcedures(engine, clock.now())
  const service = await openService(engine, clock, 'a secret of the benchmark, 32 letters', true)
  const keys = await makeDemoAccounts(service)
  await liveThrough(service, clock, await Officers.signIn(service, keys), start, CASES)
  const rows = await engine.all(everyCase, {})
  const ids = rows.map(({ id }) => id as CaseId)
  const stored = await loadFiles(service, ids, '' as OfficeId)
  await engine.close()
  const list = stored
    .filter(({ file }) => isPlain(service, file))
    .map(({ file }) => ({ file, stage: stageOf(file.state) }))
  return { path, service, list: list.toSorted((one, other) => (one.file.reference < other.file.reference ? -1 : 1)) }
}

/**
 * Begun with a request, and the same for both countries: where one must not see an act of the other the version differs
 * by reader. The floor has no such rules.
 */
function isPlain({ world, clock }: Service, file: CaseFile): boolean {
  if (file.state.route !== 'ordinary') return false
  return [file.requestingCountry, file.countryOfReturn].every((country) => {
    const office = world.competent.get(country)?.get('focal') ?? ('' as OfficeId)
    const name = 'focal'
    const by = {
      account: name as AccountId,
      person: name as PersonId,
      name,
      office,
      country,
      role: name,
      standsInFor: [],
    } as const
    const view = seeCase(world, { file, hasPart: true }, by, clock.now())
    return view === null || view.version === file.version
  })
}

const DAYS = /\b\d{4}-\d{2}-\d{2}(?=T|\b)/g

/** Every day and instant in a text, some days later or earlier. */
export const shiftText = (text: string, days: number): string => text.replace(DAYS, (day) => addDays(day as Day, days))

/** What is owed in the case as it would be had all of it happened some days later. */
export function queueAfter(
  { service }: Templates,
  { file }: Template,
  days: number,
  now: Instant,
): readonly QueueRow[] {
  const acts = JSON.parse(shiftText(JSON.stringify(file.acts), days)) as CaseFile['acts']
  return queueOf(service.world, { ...file, acts, state: replay(file.procedure, acts) }, now)
}
