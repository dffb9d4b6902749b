import { eq } from '../../db/drizzle.ts'
import type { Engine } from '../../db/engine.ts'
import { registerEntry, registerWrites } from '../../db/register-queries.ts'
import { param, statement } from '../../db/statement.ts'
import { readGlobalId } from '../../schema/global-id.ts'
import type { SafeText } from '../../server/domain/confidentiality/safe-text.ts'
import { registered } from '../../server/domain/registers/act.ts'
import { type Release, releaseOf } from '../../server/domain/reports/protection/releases.ts'
import { START } from './engines.ts'

const jobs = statement(({ q, t }) =>
  q.select({ id: t.reportJobs.id, kind: t.reportJobs.kind, attempt: t.reportJobs.attempt }).from(t.reportJobs),
)
const contents = statement(({ q, t }) =>
  q
    .select({ what: t.reportContents.what })
    .from(t.reportContents)
    .where(eq(t.reportContents.report, param('id'))),
)
const files = statement(({ q, t }) =>
  q
    .select({ id: t.reportFiles.id })
    .from(t.reportFiles)
    .where(eq(t.reportFiles.id, param('id'))),
)
const releases = statement(({ q, t }) =>
  q.select({ number: t.releases.number, report: t.releases.report, content: t.releases.content }).from(t.releases),
)

/** The id within its type, as it lies in the store. */
export const bareId = (id: string): string => readGlobalId(id)?.id ?? ''

/** What is still to be made. */
export const jobsIn = (engine: Engine) => engine.all(jobs, {})

/** What lies beside the entries of the registers of a report or a file: kinds of content, files, releases. */
export async function keptOf(engine: Engine, id: string) {
  const own = bareId(id)
  return {
    contents: (await engine.all(contents, { id: own })).map(({ what }) => what).toSorted(),
    files: (await engine.all(files, { id: own })).length,
    releases: (await releaseRows(engine)).filter(({ report }) => report === own).length,
    jobs: (await jobsIn(engine)).filter((job) => job.id === own).length,
  }
}

/** Everything that was released, in its order, as it is kept. */
export async function releaseRows(engine: Engine) {
  const all = await engine.all(releases, {})
  return all.toSorted((one, other) => one.number - other.number)
}

/** The same, with its true counts. */
export const releasesIn = async (engine: Engine): Promise<readonly Release[]> =>
  (await releaseRows(engine)).map(({ content }) => releaseOf(content))

/** Every line of a part says this, as it was kept before the service looked at its characters. */
export async function keepOldText(engine: Engine, part: string, text: string): Promise<void> {
  const entry = await registerEntry(engine, 'reportPart', bareId(part))
  if (!entry || entry.content.lines.length === 0) throw new Error(`there is no line in ${part}`)
  const wording = [{ language: 'en' as const, text: text as SafeText }]
  const content = { ...entry.content, lines: entry.content.lines.map((line) => ({ ...line, wording })) }
  const { register } = registered('reportPart', entry.id, entry.version, content)
  if (!register || (await engine.commit(registerWrites(register, START))) !== null) throw new Error('it was not kept')
}
