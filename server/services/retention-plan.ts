import { type ClosedKey, closedCasesOf } from '../../db/retention-queries.ts'
import { sha256 } from '../adapters/hashing.ts'
import type { CountryCode } from '../domain/kernel/country.ts'
import { type Day, type Instant, localDay } from '../domain/kernel/instant.ts'
import { caseHash, type ErasureReason, knownTo } from '../domain/retention/certificate.ts'
import { scheduleOf } from '../domain/retention/schedule.ts'
import { calendarOf } from '../domain/world.ts'
import { dueErasures } from './due-erasures.ts'
import { rowKnownTo } from './row-known-to.ts'
import type { Service } from './service.ts'

/** What happens to one case, named by the hash of its certificate. */
export interface Planned {
  readonly what: 'block' | 'erase'
  readonly why: ErasureReason
  readonly day: Day
  readonly openedBy: CountryCode
  readonly sharedWith: CountryCode | null
  readonly caseHash: string
}

const PAGE = 100

/** What is blocked and not yet erased by an instant, and what is erased by then; by day. Nothing is changed. */
export async function retentionPlan(service: Service, by: Instant): Promise<readonly Planned[]> {
  const { world } = service
  const erased = new Map<string, Planned>()
  for await (const portion of dueErasures(service, by))
    for (const { file, why, from } of portion) {
      const known = knownTo(file)
      const day = localDay(from, calendarOf(world, known.openedBy).offsetMinutes)
      if (!erased.has(file.id))
        erased.set(file.id, { what: 'erase', why, day, ...known, caseHash: caseHash(sha256, file.id) })
    }
  const plan = [...erased.values()]
  for (let after: ClosedKey | null = null; ; ) {
    const rows = await closedCasesOf(service.engine, null, after, PAGE)
    for (const one of rows) {
      const { id } = one
      const { blocked } = scheduleOf(world, one, one.closedAt)
      const known = rowKnownTo(service, one)
      if (blocked.from <= by && !erased.has(id))
        plan.push({ what: 'block', why: 'retention', day: blocked.day, ...known, caseHash: caseHash(sha256, id) })
    }
    after = rows.at(-1) ?? null
    if (rows.length < PAGE || after === null) break
  }
  return plan.sort((one, other) => (one.day + one.caseHash < other.day + other.caseHash ? -1 : 1))
}
