import { actingFor } from '../disclosure/act-rules.ts'
import type { InputOf } from '../kernel/fields.ts'
import { Refusal, refuse } from '../kernel/problem.ts'
import type { Change, Setting } from './act.ts'
import { draftFields } from './inputs.ts'
import { openCase } from './open-case.ts'

/**
 * Opens a case as a draft of the author's office; the country of return knows nothing of it.
 * Refuses SAME_COUNTRY, NO_PROCEDURE and who may not draft.
 */
export const draftRequest = {
  name: 'draftRequest',
  target: 'new',
  fields: draftFields,
  description:
    'A liaison officer opens a repatriation request as a draft. Nothing of it exists for the country of return.',
  decide(input: InputOf<typeof draftFields>, setting: Setting): Change | Refusal {
    const country = actingFor('draftRequest', setting.by)
    if (country instanceof Refusal) return country
    if (input.countryOfReturn === country) return refuse('SAME_COUNTRY', {}, ['countryOfReturn'])
    const corridor = { requestingCountry: country, countryOfReturn: input.countryOfReturn }
    const after = openCase('draftRequest', corridor, { ...input }, setting)
    return after instanceof Refusal ? after : { cases: [{ before: null, after }], handover: null }
  },
} as const
