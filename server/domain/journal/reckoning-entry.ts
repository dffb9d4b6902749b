import type { CountryCode } from '../kernel/country.ts'
import type { CaseId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Sealing, seal } from './commitment.ts'

/** A deadline that moved, in one case. */
interface Moved {
  readonly case: CaseId
}

/** The entry of deadlines that were reckoned anew, because a country declared its days anew. */
export function reckoningEntry(
  id: string,
  { country, why, moved }: { readonly country: CountryCode; readonly why: string; readonly moved: readonly Moved[] },
  at: Instant,
  sealing: Sealing,
) {
  const kind = 'deadlinesReckoned'
  const said = [...Map.groupBy(moved, (one) => one.case)].map(([caseId, own]) => {
    return { caseId, said: { moved: own.map(({ case: _case, ...what }) => what) } }
  })
  return { id, kind, at, ...seal({ id, kind, at, country, why }, said, sealing) }
}
