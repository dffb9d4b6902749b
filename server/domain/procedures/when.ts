import type { CaseState } from '../cases/case-state.ts'

/** Facts of the case that decide whether a step applies at all. */
export const whenFacts = {
  child: (state: CaseState): boolean => state.child,
  adult: (state: CaseState): boolean => !state.child,
  'on-hold': (state: CaseState): boolean => state.hold !== null,
  withdrawn: (state: CaseState): boolean => state.stopped?.kind === 'withdrawn',
  'information-requested': (state: CaseState): boolean => state.round !== null,
} as const
export type WhenFact = keyof typeof whenFacts
