import { type Change, record, type Setting } from '../cases/act.ts'
import type { CaseFile } from '../cases/case-file.ts'
import { sameCorridor } from '../kernel/country.ts'
import type { InputOf } from '../kernel/fields.ts'
import type { HandoverId } from '../kernel/ids.ts'
import { problem, Refusal, refuse } from '../kernel/problem.ts'
import { permitAll, withoutIds } from './act.ts'
import { countsOf } from './counts.ts'
import { escortProblems } from './escort.ts'
import type { Handover } from './handover.ts'
import { proposeHandoverFields } from './inputs.ts'
import { meetingProblems } from './meeting.ts'

/**
 * Puts cases of one corridor on a list for one crossing and time. Refuses cases of another corridor, a crossing of
 * another pair, a time in the past, a notice too short in working days of the country of return, a day off there.
 */
export const proposeHandover = {
  name: 'proposeHandover',
  target: 'cases',
  fields: proposeHandoverFields,
  description: 'The requesting country proposes a list of accepted cases, a crossing and a time.',
  decide(files: readonly CaseFile[], input: InputOf<typeof proposeHandoverFields>, setting: Setting): Change | Refusal {
    const [first] = files
    if (!first) return refuse('CASES_MISSING', {}, ['caseIds'])
    const strangers = files.filter((file) => !sameCorridor(file, first))
    if (strangers.length > 0)
      return new Refusal(strangers.map((file) => problem('OTHER_CORRIDOR', { case: file.reference }, ['caseIds'])))
    const permitted = permitAll(files, 'proposeHandover', setting)
    if (permitted instanceof Refusal) return permitted
    const notice = permitted.get(first)?.before
    const unfit = [...meetingProblems(setting, files, input, notice), ...escortProblems(files, input)]
    if (unfit.length > 0) return new Refusal(unfit)
    const id = setting.at.newId() as HandoverId
    const after: Handover = {
      id,
      version: 1,
      status: 'PROPOSED',
      requestingCountry: first.requestingCountry,
      countryOfReturn: first.countryOfReturn,
      crossing: input.crossing,
      at: input.at,
      caseIds: input.caseIds,
      counts: countsOf(files),
      escort: input.escort,
      escortSex: input.escortSex,
      transport: input.transport,
      needs: input.needs,
      handedOverAt: null,
      receivedAt: null,
      missing: [],
    }
    const cases = files.map((before) => ({
      before,
      after: record(before, 'proposeHandover', permitted.get(before) ?? null, withoutIds(input), {}, setting, id),
    }))
    return { cases, handover: { before: null, after } }
  },
} as const
