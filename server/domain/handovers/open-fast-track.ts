import type { Change, Setting } from '../cases/act.ts'
import { fastTrackFields } from '../cases/branch-inputs.ts'
import { consentProblem } from '../cases/consent.ts'
import { formOf, formProblems } from '../cases/consent-form.ts'
import { openCase } from '../cases/open-case.ts'
import { actingFor } from '../disclosure/act-rules.ts'
import type { InputOf } from '../kernel/fields.ts'
import type { HandoverId } from '../kernel/ids.ts'
import { localDay } from '../kernel/instant.ts'
import { type Problem, problem, Refusal, refuse } from '../kernel/problem.ts'
import { withBasis } from '../procedures/guard-basis.ts'
import { calendarOf } from '../world.ts'
import { countsOf } from './counts.ts'
import { escortProblems } from './escort.ts'
import type { Handover } from './handover.ts'
import { crossingProblems } from './meeting.ts'

/**
 * A person is met at the border and goes back the same day: the case, the consent and the list in one act. Identification
 * and the decision on a child's best interests are owed afterwards, and both focal agencies look at it. Precedent:
 * domain.md 7.B, B8.
 */
export const openFastTrack = {
  name: 'openFastTrack',
  target: 'new',
  fields: fastTrackFields,
  description:
    'Opens a return on the same day for a person met at the border: the case, the consent and the list in one act.',
  decide(input: InputOf<typeof fastTrackFields>, setting: Setting): Change | Refusal {
    const { world, by, at } = setting
    const country = actingFor('openFastTrack', by)
    if (country instanceof Refusal) return country
    if (input.countryOfReturn === country) return refuse('SAME_COUNTRY', {}, ['countryOfReturn'])
    const corridor = { requestingCountry: country, countryOfReturn: input.countryOfReturn }
    const id = at.newId() as HandoverId
    const after = openCase('openFastTrack', corridor, { ...input, form: formOf(world, input) }, setting, id)
    if (after instanceof Refusal) return after
    const missing = consentProblem(after.state)
    const unfit: readonly Problem[] = [
      ...(missing ? [withBasis(world, corridor, 'consent-to-share', missing)] : []),
      ...formProblems(world, input),
      ...(input.return === 'given'
        ? []
        : [withBasis(world, corridor, 'consent-to-return', problem('RETURN_CONSENT_MISSING', {}, ['return']))]),
      ...crossingProblems(world, after, input.crossing),
      ...dayProblems(setting, input.at),
      ...escortProblems([after], input),
    ]
    if (unfit.length > 0) return new Refusal(unfit)
    const { crossing, escort, escortSex, transport, needs } = input
    const list: Handover = {
      ...corridor,
      id,
      version: 1,
      status: 'AGREED',
      crossing,
      at: input.at,
      caseIds: [after.id],
      counts: countsOf([after]),
      escort,
      escortSex,
      transport,
      needs,
      handedOverAt: null,
      receivedAt: null,
      missing: [],
    }
    return { cases: [{ before: null, after }], handover: { before: null, after: list } }
  },
} as const

function dayProblems({ world, by, at }: Setting, meeting: InputOf<typeof fastTrackFields>['at']): Problem[] {
  if (by.country === null) return []
  const { offsetMinutes } = calendarOf(world, by.country)
  if (meeting < at.now) return [problem('HANDOVER_IN_PAST', {}, ['at'])]
  return localDay(meeting, offsetMinutes) === localDay(at.now, offsetMinutes)
    ? []
    : [problem('NOT_THE_SAME_DAY', {}, ['at'])]
}
