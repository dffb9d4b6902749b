import { journalWrites } from '../../../db/journal-writes.ts'
import { registerEntry, registerWrites } from '../../../db/register-queries.ts'
import { releaseWrite } from '../../../db/release-queries.ts'
import { contentWrite, fileWrite } from '../../../db/report-content-queries.ts'
import { endedWrite, type ReportJob } from '../../../db/report-job-queries.ts'
import type { Write } from '../../../db/statement.ts'
import { sha256, sha256OfBytes } from '../../adapters/hashing.ts'
import { momentOf, randomSalt } from '../../chance.ts'
import { canonical } from '../../domain/journal/canonical.ts'
import { seal } from '../../domain/journal/commitment.ts'
import { registered } from '../../domain/registers/act.ts'
import type { Registered } from '../../domain/registers/register.ts'
import { countriesOf } from '../../domain/reports/countries-of.ts'
import { type Failure, type Making, partId } from '../../domain/reports/report-entry.ts'
import type { Service } from '../service.ts'
import type { Figured } from './make-figures.ts'
import type { MadeFile } from './make-file.ts'

const MADE: Making = { state: 'made' }

/**
 * Figures are frozen: with the release they are, a part for each country, and an entry of the journal that commits to them.
 * False where the job was given up, or something else was released since they were reckoned.
 */
export async function endFigures(
  service: Service,
  job: ReportJob,
  report: Registered<'report'>,
  { made, release, earlier }: Extract<Figured, { kind: 'made' }>,
): Promise<boolean> {
  const at = momentOf(service.clock)
  const figuresHash = sha256(canonical(made.figures))
  const id = at.randomId()
  const said = { id, kind: 'figuresFrozen', report: report.id, figuresHash, snapshot: made.figures.snapshot }
  const after = { ...report.content, making: MADE, figuresHash }
  const changes = [
    registered('report', report.id, report.version, after),
    ...countriesOf(report.content).map((country) =>
      registered('reportPart', partId(report.id, country), null, {
        report: report.id,
        country,
        lines: [],
        struck: [],
        cleared: null,
      }),
    ),
  ]
  return commit(service, [
    endedWrite(job),
    releaseWrite(earlier, report.id, release, at.now),
    contentWrite(report.id, 'figures', JSON.stringify(made)),
    ...changes.flatMap(({ register }) => (register ? registerWrites(register, at.now) : [])),
    ...journalWrites({ id, kind: 'figuresFrozen', at: at.now, ...seal(said, [], { salt: randomSalt, sha256 }) }),
  ])
}

/** A file is there, whole; or nothing of it, where it was given up. */
export async function endFile(
  service: Service,
  job: ReportJob,
  file: Registered<'reportFile'>,
  { bytes, contentHash }: MadeFile,
): Promise<void> {
  const made = { contentHash, sha256: sha256OfBytes(bytes), bytes: bytes.length }
  const { register } = registered('reportFile', file.id, file.version, { ...file.content, making: MADE, made })
  const now = service.clock.now()
  await commit(service, [
    endedWrite(job),
    fileWrite(file.id, bytes),
    ...(register ? registerWrites(register, now) : []),
  ])
}

/** Nothing was made, and whoever asked hears why. */
export async function fail(service: Service, job: ReportJob, reason: Failure, detail: string | null): Promise<void> {
  const entry = await registerEntry(service.engine, job.kind, job.id)
  if (!entry) throw new Error(`job ${job.id} is of nothing`)
  const making: Making = { state: 'failed', reason, detail }
  const { register } = registered(job.kind, entry.id, entry.version, { ...entry.content, making } as never)
  await commit(service, [endedWrite(job), ...(register ? registerWrites(register, service.clock.now()) : [])])
}

async function commit(service: Service, writes: readonly Write[]): Promise<boolean> {
  return (await service.engine.commit(writes)) === null
}
