import type { CountryCode } from '../kernel/country.ts'
import type { ProcedureId, StepKey } from '../kernel/ids.ts'
import type { Day } from '../kernel/instant.ts'
import type { Basis } from '../kernel/language.ts'
import type { LimitUnit, Procedure, Step } from '../procedures/procedure.ts'
import type { LimitKind, LimitProposal } from './register.ts'

/** Where each kind of limit stands in a step. */
const PLACE = { STEP: 'limit', BEFORE_HANDOVER: 'before', RECURRENCE: 'every' } as const satisfies Record<
  LimitKind,
  keyof Step
>

interface Number {
  readonly count: number
  readonly childCount?: number | undefined
  readonly unit: LimitUnit
  readonly basis: Basis
}

/** The number of a step as the procedure has it; null where the step, or that number of it, does not exist. */
export const limitIn = ({ steps }: Pick<Procedure, 'steps'>, key: StepKey, of: LimitKind): Number | null =>
  steps.find((step) => step.key === key)?.[PLACE[of]] ?? null

/**
 * The next version of a procedure, with the limit both countries agreed on. A procedure that serves any pair stays as it
 * is for the others: this pair gets its own.
 */
export function withLimit(procedure: Procedure, proposal: LimitProposal, day: Day): Omit<Procedure, 'hash'> {
  const { hash: _old, ...content } = procedure
  const { requestingCountry: one, countryOfReturn: other, step: key, of, count, childCount } = proposal
  const basis = { status: 'agreed', source: `agreed by ${one} and ${other} in this service on ${day}` } as const
  const place = PLACE[of]
  const steps = content.steps.map((step) => {
    if (step.key !== key) return step
    const { childCount: _was, ...rest } = { ...(step[place] as Number) }
    return { ...step, [place]: { ...rest, count, ...(childCount === null ? {} : { childCount }), basis } }
  })
  if (content.pairs !== 'any') return { ...content, version: content.version + 1, steps }
  return {
    ...content,
    id: ownId(content.id, one, other),
    version: 1,
    pairs: [
      [one, other],
      [other, one],
    ],
    steps,
  }
}

/** `commit-mou-2004.both` for Cambodia and Lao PDR is `commit-mou-2004.kh-la`. */
function ownId(id: ProcedureId, one: CountryCode, other: CountryCode): ProcedureId {
  const pair = [one, other].sort().join('-').toLowerCase()
  return `${id.split('.', 1)[0]}.${pair}` as ProcedureId
}
