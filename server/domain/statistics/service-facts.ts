import type { Act, CaseFile } from '../cases/case-file.ts'
import type { Code } from '../kernel/ids.ts'
import type { ActionName } from '../procedures/action-names.ts'
import type { World } from '../world.ts'
import type { Fact } from './fact.ts'
import { frozen, mayCount, profileOf } from './frozen.ts'

/** Services given; what was only planned is not counted. */
const GIVEN: ReadonlySet<ActionName> = new Set(['recordTransitStay', 'recordFollowUp'])

const isGiving = ({ action }: Act): boolean => GIVEN.has(action)
const servicesOf = ({ record }: Act): readonly Code[] => (record['services'] ?? []) as readonly Code[]

/** Services that an act says were given to a person who agreed to be counted. */
export function serviceFacts(world: World, before: CaseFile | null, after: CaseFile): readonly Fact[] {
  const act = after.acts.at(-1)
  if (!act || !isGiving(act) || !mayCount(after)) return []
  // A service given again to the same person is not one person more: small numbers would hide behind visits.
  const given = new Set(after.acts.slice(0, -1).filter(isGiving).flatMap(servicesOf))
  return servicesOf(act)
    .filter((service) => !given.has(service))
    .map((service) => frozen(world, before ?? after, act.at, 'service', service, profileOf(after)))
}
