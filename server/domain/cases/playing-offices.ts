import { countryOf, type Side } from '../kernel/country.ts'
import type { OfficeId } from '../kernel/ids.ts'
import type { World } from '../world.ts'
import type { CaseFile } from './case-file.ts'
import type { Role } from './roles.ts'

/** The office that plays a role for one side of a case; null for a post before a handover names a crossing. */
export function officePlaying(world: World, file: CaseFile, side: Side, role: Role): OfficeId | null {
  const country = countryOf(file, side)
  const author = world.offices.get(file.authorOffice)
  const asAuthor = author?.country === country && author.roles.includes(role) ? file.authorOffice : null
  if (role === 'post') {
    const crossing = file.state.handover && world.crossings.get(file.state.handover.crossing)
    return crossing?.posts[country] ?? asAuthor
  }
  const assigned = file.state.assigned.find((one) => one.country === country && one.role === role)
  if (assigned) return assigned.office
  // Who opened the case goes on with it, where the office has the role.
  if (asAuthor && (role === 'liaison' || file.state.route === 'unannounced')) return asAuthor
  return world.competent.get(country)?.get(role) ?? null
}
