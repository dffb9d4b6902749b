import { type Change, inCase, record, type Setting } from '../cases/act.ts'
import type { CaseFile } from '../cases/case-file.ts'
import { actingFor } from '../disclosure/act-rules.ts'
import { permitAll } from '../handovers/act.ts'
import { agenda, country, day, type InputOf } from '../kernel/fields.ts'
import { problem, Refusal, refuse } from '../kernel/problem.ts'
import { openSteps } from '../procedures/steps.ts'
import type { MeetingItem } from './any-meeting.ts'

const fields = {
  with: country('The other country.'),
  heldOn: day('past', 'Local day of the meeting.'),
  agenda: agenda('Cases that were taken up, each with what was decided. None where the meeting took up no case.'),
} as const

/**
 * Two countries met about their running cases, as Myanmar and Thailand do twice a year. Each case keeps what was decided
 * about it; a dispute that was settled there is settled. Source: domain.md 2.C, Myanmar-Thailand procedure of 2013.
 */
export const recordCaseManagementMeeting = {
  name: 'recordCaseManagementMeeting',
  target: 'agenda',
  fields,
  description:
    'A focal agency records a case management meeting of two countries: which cases it took up and what it decided.',
  decide(files: readonly CaseFile[], input: InputOf<typeof fields>, setting: Setting): Change | Refusal {
    const { by, at } = setting
    const own = actingFor('recordCaseManagementMeeting', by)
    if (own instanceof Refusal) return own
    if (input.with === own) return refuse('SAME_COUNTRY', {}, ['with'])
    const countries = [own, input.with] as const
    const strangers = files.filter((file) => !countries.every((one) => isParty(file, one)))
    if (strangers.length > 0)
      return new Refusal(strangers.map((file) => inCase(problem('OTHER_CORRIDOR', {}, ['agenda']), file)))
    const permitted = permitAll(files, 'recordCaseManagementMeeting', setting)
    if (permitted instanceof Refusal) return permitted
    const items = input.agenda.flatMap(({ caseId, decision }): { file: CaseFile; item: MeetingItem }[] => {
      const file = files.find(({ id }) => id === caseId)
      if (!file) return []
      const disputes = file.state.disputes.filter(({ settledAt }) => settledAt === null).length
      const steps = openSteps(file.procedure, file.state).map(({ key }) => key)
      return [{ file, item: { caseId, decision, openSteps: steps, disputes } }]
    })
    const cases = items.map(({ file: before, item: { decision } }) => {
      const entered = { with: input.with, heldOn: input.heldOn, decision }
      const after = record(before, 'recordCaseManagementMeeting', null, entered, { result: decision }, setting, null)
      return { before, after }
    })
    const { heldOn } = input
    const content = {
      series: 'case-management' as const,
      countries,
      heldOn,
      recordedBy: by.office,
      recordedAt: at.now,
      items: items.map(({ item }) => item),
    }
    const meeting = { kind: 'meeting', id: at.newId(), version: 1, content } as const
    return { cases, handover: null, register: { before: null, after: meeting } }
  },
} as const

const isParty = ({ requestingCountry, countryOfReturn }: CaseFile, country: CaseFile['countryOfReturn']): boolean =>
  requestingCountry === country || countryOfReturn === country
