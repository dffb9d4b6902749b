import type { Basis } from '../kernel/language.ts'
import type { LimitUnit, Procedure, Step } from './procedure.ts'

/** A value of a procedure that no source gives and the two countries have not agreed on. */
export interface Gap {
  readonly procedure: Procedure
  readonly step: Step
  readonly what: 'limit' | 'notice' | 'window' | 'recurrence' | 'step'
  readonly count: number | null
  readonly unit: LimitUnit | null
  readonly basis: Basis
}

/** Everything assumed in a procedure, in the order of its steps. */
export function gapsOf(procedure: Procedure): readonly Gap[] {
  return procedure.steps.flatMap((step) => {
    const of = (
      what: Gap['what'],
      value: { readonly count: number; readonly unit: LimitUnit; readonly basis: Basis } | undefined,
    ): readonly Gap[] =>
      value?.basis.status === 'assumed'
        ? [{ procedure, step, what, count: value.count, unit: value.unit, basis: value.basis }]
        : []
    const itself: readonly Gap[] =
      step.basis.status === 'assumed'
        ? [{ procedure, step, what: 'step', count: null, unit: null, basis: step.basis }]
        : []
    return [
      ...of('limit', step.limit),
      ...of(step.before?.unit === 'hours' ? 'window' : 'notice', step.before),
      ...of('recurrence', step.every),
      ...itself,
    ]
  })
}
