import type { Day } from '../kernel/instant.ts'
import { type Problem, problem } from '../kernel/problem.ts'
import type { ConferenceInput } from './conference-fields.ts'

/** What does not go together in a meeting whose parts are each well formed. `today` is the day of who records it. */
export function conferenceProblems(input: ConferenceInput, today: Day): readonly Problem[] {
  const { series, number, firstDay, lastDay } = input
  return [
    ...(series !== 'taskforce' && number === null ? [problem('FIELD_REQUIRED', {}, ['number'])] : []),
    ...(lastDay < firstDay ? [problem('DAYS_OUT_OF_ORDER', {}, ['lastDay'])] : []),
    ...(firstDay > today && hasCome(input) ? [problem('DATE_IN_FUTURE', { today }, ['firstDay'])] : []),
    ...delegationProblems(input),
    ...itemProblems(input),
    ...signatureProblems(input),
  ]
}

/** Whether something is told that only a meeting that has begun can have. */
const hasCome = ({ outcomes, decisions, signatures }: ConferenceInput): boolean =>
  [outcomes, decisions, signatures].some((list) => list !== null && list.length > 0)

const delegationProblems = ({ delegations }: ConferenceInput): Problem[] =>
  (delegations ?? []).flatMap(({ country }, place, all) =>
    all.findIndex((one) => one.country === country) < place
      ? [problem('CODE_REPEATED', {}, ['delegations', String(place), 'country'])]
      : [],
  )

const itemProblems = ({ documents }: ConferenceInput): Problem[] =>
  (documents ?? []).flatMap(({ items }, document) =>
    items.flatMap(({ number }, place) =>
      items.findIndex((one) => one.number === number) < place
        ? [problem('NUMBER_REPEATED', { number }, ['documents', String(document), 'items', String(place), 'number'])]
        : [],
    ),
  )

/** Each names a document that is there, and no country signs one twice. */
function signatureProblems({ documents, signatures }: ConferenceInput): Problem[] {
  const count = documents?.length ?? 0
  if (count === 0) return signatures?.length ? [problem('FIELD_REQUIRED', {}, ['documents'])] : []
  return (signatures ?? []).flatMap(({ document, country }, place, all) => {
    const path = ['signatures', String(place)]
    if (document < 0 || document >= count)
      return [problem('NUMBER_OUT_OF_RANGE', { min: 0, max: count - 1 }, [...path, 'document'])]
    const first = all.findIndex((one) => one.document === document && one.country === country)
    return first < place ? [problem('CODE_REPEATED', {}, [...path, 'country'])] : []
  })
}
