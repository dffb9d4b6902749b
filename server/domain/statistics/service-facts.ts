import type { CaseFile } from '../cases/case-file.ts'
import type { Code } from '../kernel/ids.ts'
import type { ActionName } from '../procedures/action-names.ts'
import type { World } from '../world.ts'
import type { Fact } from './fact.ts'
import { frozen, mayCount, profileOf } from './frozen.ts'

/** Services given; what was only planned is not counted. */
const GIVEN: ReadonlySet<ActionName> = new Set(['recordTransitStay', 'recordFollowUp'])

/** Services that an act says were given to a person who agreed to be counted. */
export function serviceFacts(world: World, before: CaseFile | null, after: CaseFile): readonly Fact[] {
  const act = after.acts.at(-1)
  if (!act || !GIVEN.has(act.action) || !mayCount(after)) return []
  const services = (act.record['services'] ?? []) as readonly Code[]
  return services.map((service) => frozen(world, before ?? after, act.at, 'service', service, profileOf(after)))
}
