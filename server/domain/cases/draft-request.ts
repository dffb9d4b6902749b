import { type CountryCode, countryOf } from '../kernel/country.ts'
import type { InputOf } from '../kernel/fields.ts'
import type { CaseId, Code } from '../kernel/ids.ts'
import { problem, Refusal, refuse } from '../kernel/problem.ts'
import { procedureFor, type World } from '../world.ts'
import { type Change, record, type Setting } from './act.ts'
import type { CaseFile } from './case-file.ts'
import { draftFields } from './inputs.ts'
import { issueReference, SYMBOLS } from './reference.ts'
import { replay } from './replay.ts'

/** Whether an age band is of a child: under 18. */
export const isMinor = (world: World, ageBand: Code): boolean =>
  world.codes.get('age-band')?.get(ageBand)?.minor === true

/**
 * Opens a case as a draft of the author's office; the country of return knows nothing of it.
 * Refuses SAME_COUNTRY, NO_PROCEDURE and who may not draft. The reference is issued here and never changes.
 */
export const draftRequest = {
  name: 'draftRequest',
  target: 'new',
  fields: draftFields,
  description:
    'A liaison officer opens a repatriation request as a draft. Nothing of it exists for the country of return.',
  decide(input: InputOf<typeof draftFields>, setting: Setting): Change | Refusal {
    const { world, by, at } = setting
    if (by.country === null) return refuse('NOT_YOUR_ROLE', { roles: ['liaison'] })
    if (input.countryOfReturn === by.country) return refuse('SAME_COUNTRY', {}, ['countryOfReturn'])
    const corridor = { requestingCountry: by.country, countryOfReturn: input.countryOfReturn }
    const procedure = procedureFor(world, corridor)
    const step = procedure?.steps.find(({ action }) => action === 'draftRequest')
    if (!procedure || !step) return refuse('NO_PROCEDURE', {}, ['countryOfReturn'])
    if (countryOf(corridor, step.owedBy.side) !== by.country || !step.owedBy.roles.includes(by.role))
      return new Refusal([problem('NOT_YOUR_ROLE', { roles: step.owedBy.roles })])
    const empty: CaseFile = {
      ...corridor,
      id: at.newId() as CaseId,
      reference: freshReference(corridor.requestingCountry, corridor.countryOfReturn, setting),
      version: 0,
      authorOffice: by.office,
      procedure,
      acts: [],
      state: replay(procedure, []),
    }
    const found = { record: { child: isMinor(world, input.ageBand) } }
    return {
      cases: [{ before: null, after: record(empty, 'draftRequest', step, { ...input }, found, setting, null) }],
      handover: null,
    }
  },
} as const

const freshReference = (from: CountryCode, to: CountryCode, { at }: Setting): string =>
  issueReference(from, to, Number(at.now.slice(0, 4)), at.draw(5, SYMBOLS.length))
