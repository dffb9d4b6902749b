import { sideOf } from '../kernel/country.ts'
import { type Refusal, refuse } from '../kernel/problem.ts'
import type { ActionName } from '../procedures/action-names.ts'
import type { Outcome } from './act.ts'
import type { Actor } from './actor.ts'
import type { CaseFile } from './case-file.ts'

/** An act that needs both countries: the first word proposes, the same word of the other country agrees. */
export function bothCountries(file: CaseFile, name: ActionName, what: string, by: Actor): Outcome | Refusal {
  const side = sideOf(file, by.country)
  const proposed = file.state.proposals.get(name)
  if (proposed?.what !== what) return { result: 'proposed', record: { what, side } }
  if (proposed.country === by.country) return refuse('PROPOSED_ALREADY')
  return { result: 'agreed', record: { what, side } }
}
