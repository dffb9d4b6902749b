import type { Corridor } from '../kernel/country.ts'
import type { Problem } from '../kernel/problem.ts'
import type { ProblemCode } from '../kernel/problem-codes.ts'
import type { Provision } from '../kernel/provision.ts'
import type { World } from '../world.ts'
import type { GuardName } from './guard-names.ts'

/** A provision that a guard rests on. A guard may stand in the way for several reasons, which rest on different ones. */
export interface GuardProvision extends Provision {
  /** Only for these reasons; left out: for each. */
  readonly codes?: readonly ProblemCode[] | undefined
}

const OWN_RULE: Provision = {
  instrument: null,
  article: null,
  basis: { status: 'assumed', source: 'proposal', note: 'A rule of this service; no provision was found.' },
}

/** The first provision that covers both countries: China is no party to the ASEAN convention. */
function provisionOf(world: World, corridor: Corridor, guard: GuardName, code: ProblemCode): Provision {
  const covers = ({ instrument }: Provision) => {
    if (instrument === null) return true
    const parties = world.instruments.get(instrument)?.parties ?? []
    return parties.includes(corridor.requestingCountry) && parties.includes(corridor.countryOfReturn)
  }
  const fits = (one: GuardProvision) => (one.codes?.includes(code) ?? true) && covers(one)
  const { instrument, article, basis } = world.guardBasis.get(guard)?.find(fits) ?? OWN_RULE
  return { instrument, article, basis }
}

/** What stands in the way, with the provision it rests on. */
export function withBasis(world: World, corridor: Corridor, guard: GuardName, missing: Problem): Problem {
  const basis = provisionOf(world, corridor, guard, missing.code)
  const { instrument, article } = basis
  const named = { ...(instrument ? { instrument } : {}), ...(article ? { article } : {}) }
  return { ...missing, facts: { ...missing.facts, ...named }, basis }
}
