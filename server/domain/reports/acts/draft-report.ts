import { periodText } from '../../aggregates/period.ts'
import { mayAct } from '../../disclosure/act-rules.ts'
import { choice, country, meetingId, number, optional, year } from '../../kernel/fields.ts'
import { problem, Refusal, refuse } from '../../kernel/problem.ts'
import { registerAct, registered } from '../../registers/act.ts'
import { audiences } from '../protection/rules.ts'
import type { ReportParameters } from '../report.ts'
import { reportKinds } from '../report-kinds.ts'
import { materialOf } from '../report-material.ts'
import { reportReference } from '../report-reference.ts'
import { MOST_WAITING } from './most-waiting.ts'

const fields = {
  kind: choice('ReportKind', reportKinds, 'Which report.'),
  year: year(2000, 2100, 'Gregorian year it is about.'),
  quarter: optional(number(1, 4, 'One quarter of it; left out: the whole year.')),
  meeting: optional(meetingId('The meeting of all six it is for. None: a report without a meeting.')),
  requestingCountry: optional(country('Only of a corridor review, with the other country: one of the two.')),
  countryOfReturn: optional(country('The other of the two; both directions are reviewed.')),
  audience: optional(choice('Audience', audiences, 'For whom figures are protected; left out: the six governments.')),
} as const

/**
 * Asks for a report: its figures are made and frozen behind the act. A period that has not ended is counted up to the
 * snapshot. The secretariat drafts every report, a focal agency reviews of its own corridors.
 */
export const draftReport = registerAct({
  name: 'draftReport',
  kind: 'report',
  changes: false,
  fields,
  description:
    'The secretariat, or for a corridor review a focal agency of one of the two countries, asks for a report; its figures are frozen as soon as they are made.',
  decide: (_entry, input, { by, at, reports }) => {
    const refused = mayAct('draftReport', by)
    if (refused) return refused
    const { kind, quarter, meeting, requestingCountry, countryOfReturn } = input
    const isReview = kind === 'corridor-review'
    if (by.country !== null && !isReview) return refuse('NOT_YOUR_ROLE', { roles: ['secretariat'] }, ['kind'])
    const pair = { requestingCountry, countryOfReturn }
    const faults = Object.entries(pair).flatMap(([name, one]) =>
      isReview === (one !== null) ? [] : [problem(isReview ? 'FIELD_REQUIRED' : 'REPORT_OF_ALL', {}, [name])],
    )
    if (faults.length > 0) return new Refusal(faults)
    if (isReview && requestingCountry === countryOfReturn) return refuse('SAME_COUNTRY', {}, ['countryOfReturn'])
    const corridor = requestingCountry && countryOfReturn ? { requestingCountry, countryOfReturn } : null
    if (by.country !== null && !Object.values(pair).includes(by.country))
      return refuse('CORRIDOR_OF_OTHERS', { country: by.country }, ['requestingCountry'])
    const { hasData, conference, waiting } = materialOf(reports)
    // What is said of a meeting goes to all who read the report: never of a taskforce, which one country reads.
    if (meeting !== null && conference?.country !== null) return refuse('NOT_FOUND', {}, ['meeting'])
    const period = { year: input.year, quarter }
    if (!hasData) return refuse('PERIOD_WITHOUT_DATA', { period: periodText(period) }, ['year'])
    if (waiting >= MOST_WAITING) return refuse('TOO_MANY', { atMost: MOST_WAITING })
    const audience = input.audience ?? 'governments'
    const parameters: ReportParameters = { kind, period, corridor, meeting, audience }
    return registered('report', at.newId(), null, {
      ...parameters,
      reference: reportReference(parameters, at),
      draftedBy: by.office,
      draftedFor: by.country,
      draftedAt: at.now,
      making: { state: 'making' },
      figuresHash: null,
      published: null,
    })
  },
})
