import { type Candidate, casesClosedBefore, unsentUntouchedSince } from '../../db/erasure-queries.ts'
import { FileCache } from '../../db/file-cache.ts'
import { newestEntries } from '../../db/register-queries.ts'
import type { CaseFile } from '../domain/cases/case-file.ts'
import type { CaseId, OfficeId } from '../domain/kernel/ids.ts'
import { addDays, addMonths, type Day, type Instant, startOfDay } from '../domain/kernel/instant.ts'
import type { ErasureReason } from '../domain/retention/certificate.ts'
import { erasureDue } from '../domain/retention/due.ts'
import { loadFiles } from './load-files.ts'
import type { Service } from './service.ts'

/** A case whose time has come. */
export interface DueErasure {
  readonly file: CaseFile
  readonly why: ErasureReason
  readonly from: Instant
}

/** Files a portion: some milliseconds to read. */
const PORTION = 10

/** Cases that are to be erased by an instant, portion by portion; whoever asks pauses between them. */
export async function* dueErasures(service: Service, by: Instant): AsyncGenerator<readonly DueErasure[]> {
  const { engine } = service
  const requested = await requestedCases(service)
  for (let from = 0; from < requested.length; from += PORTION)
    yield dueAmong(service, requested.slice(from, from + PORTION), by, true)
  const rules = [...service.world.retention.values()]
  const shortest = (months: (one: (typeof rules)[number]) => number) => monthsBefore(by, Math.min(...rules.map(months)))
  for (const [page, before] of [
    [casesClosedBefore, shortest(({ eraseAfterMonths }) => eraseAfterMonths.count)],
    [unsentUntouchedSince, shortest(({ abandonedDraftMonths }) => abandonedDraftMonths.count)],
  ] as const)
    for (let after: Candidate | null = null; ; ) {
      const found: readonly Candidate[] = await page(engine, before, after, PORTION)
      const ids = found.map(({ id }) => id)
      yield dueAmong(service, ids, by, false)
      after = found.at(-1) ?? null
      if (found.length < PORTION || after === null) break
    }
}

async function dueAmong(service: Service, ids: readonly CaseId[], by: Instant, isRequested: boolean) {
  // Read aside: the files that officers look at stay in memory.
  const files = await loadFiles({ ...service, files: new FileCache() }, ids, '' as OfficeId)
  return files.flatMap(({ file }): DueErasure[] => {
    const due = erasureDue(service.world, file, isRequested)
    return due && due.from <= by ? [{ file, ...due }] : []
  })
}

async function requestedCases({ engine }: Service): Promise<readonly CaseId[]> {
  const ids: CaseId[] = []
  for (let after: string | null = null; ; ) {
    const entries: readonly { readonly id: string }[] = await newestEntries(engine, 'erasure', after, 100)
    ids.push(...entries.map(({ id }) => id as CaseId))
    after = entries.at(-1)?.id ?? null
    if (entries.length < 100 || after === null) return ids
  }
}

/** A day later than any zone reckons: who is looked at too early is looked at again. */
const monthsBefore = (instant: Instant, months: number): Instant =>
  startOfDay(addDays(addMonths(instant.slice(0, 10) as Day, -months), 2), 0)
