import type { Act, CaseFile } from '../cases/case-file.ts'
import type { Code } from '../kernel/ids.ts'
import type { ActionName } from '../procedures/action-names.ts'
import type { World } from '../world.ts'
import { type Fact, NONE } from './fact.ts'
import { daysBetween, frozen } from './frozen.ts'

/** Where the straight way is left, and the field of the act that says why, where it may be said. */
const BRANCHES: Partial<Record<ActionName, readonly [branch: string, reason: string | null]>> = {
  returnForInformation: ['returned-for-information', 'reason'],
  placeOnHold: ['on-hold', 'reason'],
  reportNoShow: ['no-show', 'what'],
  rescheduleHandover: ['rescheduled', null],
  forwardRequest: ['forwarded', 'reason'],
  refuseReturn: ['refused', 'reason'],
  openDispute: ['disputed', 'subject'],
  openFastTrack: ['fast-track', null],
  recordReceptionWithoutRequest: ['unannounced', null],
}

/**
 * Branches of one act. Why a case stopped is not told beyond what the other country learns: a refusal has its reason, all
 * other stops are alike. Every case is in it, and nothing of the person.
 */
export function branchFacts(world: World, before: CaseFile | null, after: CaseFile): readonly Fact[] {
  const act = after.acts.at(-1)
  if (!act) return []
  const fact = (name: string, told: Partial<Fact> = {}) => frozen(world, before ?? after, act.at, 'branch', name, told)
  const found: Fact[] = []
  const [branch, why] = BRANCHES[act.action] ?? []
  if (branch) found.push(fact(branch, { reason: why ? reasonOf(act, why) : NONE }))
  const { hold, stopped } = before?.state ?? {}
  if (hold && !after.state.hold && !after.state.stopped)
    found.push(fact('hold-lifted', { reason: hold.reason, days: daysBetween(hold.since, act.at) }))
  if (!stopped && after.state.stopped && act.action !== 'refuseReturn') found.push(fact('stopped'))
  if (!before?.state.linkedPrevious && after.state.linkedPrevious) found.push(fact('trafficked-again'))
  return found
}

const reasonOf = ({ record }: Act, field: string): Code => {
  const reason = record[field]
  return typeof reason === 'string' ? (reason as Code) : NONE
}
