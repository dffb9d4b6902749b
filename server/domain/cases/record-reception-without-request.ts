import { actingFor } from '../disclosure/act-rules.ts'
import type { InputOf } from '../kernel/fields.ts'
import { Refusal, refuse } from '../kernel/problem.ts'
import type { Change, Setting } from './act.ts'
import { unannouncedFields } from './branch-inputs.ts'
import { openCase } from './open-case.ts'

/**
 * Somebody arrived whom no request announced. The country of return opens the case; the other country hears of it once
 * the person has agreed to share and a second officer has reviewed. Precedent: domain.md 7.B, B7.
 */
export const recordReceptionWithoutRequest = {
  name: 'recordReceptionWithoutRequest',
  target: 'new',
  fields: unannouncedFields,
  description:
    'The country of return opens a case for a person received without a request. Nothing of it exists for the other country yet.',
  decide(input: InputOf<typeof unannouncedFields>, setting: Setting): Change | Refusal {
    const country = actingFor('recordReceptionWithoutRequest', setting.by)
    if (country instanceof Refusal) return country
    if (input.requestingCountry === country) return refuse('SAME_COUNTRY', {}, ['requestingCountry'])
    const corridor = { requestingCountry: input.requestingCountry, countryOfReturn: country }
    const after = openCase('recordReceptionWithoutRequest', corridor, { ...input }, setting)
    return after instanceof Refusal ? after : { cases: [{ before: null, after }], handover: null }
  },
} as const
