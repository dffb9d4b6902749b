import { actingFor } from '../disclosure/act-rules.ts'
import { choice, country, number, optional, stepKey } from '../kernel/fields.ts'
import { problem, Refusal, refuse } from '../kernel/problem.ts'
import type { LimitUnit } from '../procedures/procedure.ts'
import { procedureFor } from '../world.ts'
import { registerAct, registered } from './act.ts'
import { limitIn } from './limits.ts'
import { limitKinds } from './register.ts'

/** No plan reaches further than two years, and no deadline is reckoned further. */
const MOST: Readonly<Record<LimitUnit, number>> = { workingDays: 500, days: 730, hours: 1000, months: 24 }

const fields = {
  requestingCountry: country('Where the persons are, in the corridor whose procedure is meant.'),
  countryOfReturn: country('Where they return to.'),
  step: stepKey('The step, by its key in the procedure.'),
  of: choice('LimitKind', limitKinds, 'Which number of the step is meant.'),
  count: number(1, 1000, 'The limit, in the unit that the procedure has for it.'),
  childCount: optional(number(1, 1000, 'Another number where the person is a child; left out: the same.')),
} as const

/** One country proposes a limit; it holds once the other has agreed, whatever it rested on before. */
export const proposeLimit = registerAct({
  name: 'proposeLimit',
  kind: 'limit',
  changes: false,
  fields,
  description: 'A focal agency proposes a limit for a step of a procedure of its own country.',
  decide: (_entry, input, { world, by, at }) => {
    const { requestingCountry, countryOfReturn, step, of, count, childCount } = input
    const country = actingFor('proposeLimit', by)
    if (country instanceof Refusal) return country
    if (requestingCountry === countryOfReturn) return refuse('SAME_COUNTRY', {}, ['countryOfReturn'])
    if (country !== requestingCountry && country !== countryOfReturn) return refuse('PROCEDURE_OF_OTHERS')
    const procedure = procedureFor(world, { requestingCountry, countryOfReturn })
    if (!procedure) return refuse('NO_PROCEDURE')
    const now = limitIn(procedure, step, of)
    if (!now) return refuse('LIMIT_UNKNOWN', {}, ['step'])
    // Visits come again, and the window of a check opens, for everybody alike.
    const alike = of === 'RECURRENCE' || (of === 'BEFORE_HANDOVER' && now.unit === 'hours')
    if (alike && childCount !== null) return refuse('LIMIT_UNKNOWN', {}, ['childCount'])
    const tooLong = Object.entries({ count, childCount }).flatMap(([name, number]) =>
      (number ?? 0) > MOST[now.unit] ? [problem('NUMBER_OUT_OF_RANGE', { min: 1, max: MOST[now.unit] }, [name])] : [],
    )
    if (tooLong.length > 0) return new Refusal(tooLong)
    if (now.basis.status === 'agreed' && now.count === count && (now.childCount ?? null) === childCount)
      return refuse('LIMIT_AGREED_ALREADY')
    return registered('limit', at.newId(), null, {
      requestingCountry,
      countryOfReturn,
      procedure: procedure.id,
      procedureVersion: procedure.version,
      step,
      of,
      unit: now.unit,
      count,
      childCount,
      proposedBy: country,
      proposedAt: at.now,
      status: 'PROPOSED',
      agreedIn: null,
    })
  },
})
