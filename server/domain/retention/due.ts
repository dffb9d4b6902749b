import type { CaseFile } from '../cases/case-file.ts'
import { authorSide } from '../cases/case-state.ts'
import { countryOf } from '../kernel/country.ts'
import type { Instant } from '../kernel/instant.ts'
import type { World } from '../world.ts'
import type { ErasureReason } from './certificate.ts'
import { abandonedFrom, closedAtOf, endOf } from './schedule.ts'

/** When a case is to be erased, and why; null while nothing says so. A stopped case is closed by the countries first. */
export function erasureDue(
  world: World,
  file: CaseFile,
  isRequested: boolean,
): { readonly why: ErasureReason; readonly from: Instant } | null {
  const closedAt = closedAtOf(file)
  if (closedAt) {
    const { why, erased } = endOf(world, file, closedAt, isRequested)
    return { why, from: erased.from }
  }
  const touchedAt = file.acts.at(-1)?.at
  if (!touchedAt || !isOnlyDraft(file)) return null
  return { why: 'abandoned', from: abandonedFrom(world, countryOf(file, authorSide(file.state)), touchedAt) }
}

/** Known to one country alone, for ever: neither sent nor forwarded, and of a person whom nobody has received. */
const isOnlyDraft = ({ state, acts }: CaseFile): boolean =>
  state.route === 'ordinary' && state.sentAt === null && !acts.some(({ action }) => action === 'forwardRequest')
