import words from '../locales/en/guard.json' with { type: 'json' }
import problems from '../locales/en/problems.json' with { type: 'json' }
import type { NoteStatus as NoteStatusName } from '../server/domain/cases/case-state.ts'
import type { roles } from '../server/domain/cases/roles.ts'
import type { stages } from '../server/domain/cases/stage.ts'
import { guardRules } from '../server/domain/confidentiality/finding.ts'
import type { TextEncoding as TextEncodingName } from '../server/domain/confidentiality/guard.ts'
import type { DayReason, DeadlineState } from '../server/domain/deadlines/deadline.ts'
import type { handoverStatuses } from '../server/domain/handovers/handover.ts'
import { countryCodes, type sides } from '../server/domain/kernel/country.ts'
import type { Basis } from '../server/domain/kernel/language.ts'
import { languages } from '../server/domain/kernel/language.ts'
import { problemCodes } from '../server/domain/kernel/problem-codes.ts'
import type { MeetingSeries } from '../server/domain/meetings/any-meeting.ts'
import type { ConferenceSeries } from '../server/domain/meetings/meeting.ts'
import { actionNames } from '../server/domain/procedures/action-names.ts'
import type { LimitUnit, Route } from '../server/domain/procedures/procedure.ts'
import type { StepStatus } from '../server/domain/procedures/steps.ts'
import type { LimitKind, LimitProposal } from '../server/domain/registers/register.ts'
import type { AnswerKind } from '../server/domain/world.ts'
import { builder } from './builder.ts'

/** `not-proceeding` is NOT_PROCEEDING, `workingDays` WORKING_DAYS. */
const nameOf = (value: string): string =>
  value
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toUpperCase()

/** A closed list of the code itself; each value says what it means. */
export const closedList = <const T extends string>(
  name: string,
  description: string,
  values: Readonly<Record<T, string>>,
) =>
  builder.enumType(name, {
    description,
    values: Object.fromEntries(
      Object.entries<string>(values).map(([value, meaning]) => [
        nameOf(value),
        { value: value as T, description: meaning },
      ]),
    ) as Record<string, { value: T; description: string }>,
  })

const each = <T extends string>(list: readonly T[], meaning: (one: T) => string) =>
  Object.fromEntries(list.map((one) => [one, meaning(one)])) as Record<T, string>

const COUNTRIES = { KH: 'Cambodia.', CN: 'China.', LA: 'Lao PDR.', MM: 'Myanmar.', TH: 'Thailand.', VN: 'Viet Nam.' }
export const CountryCode = closedList(
  'CountryCode',
  'The six COMMIT countries, in the order of the Joint Declaration of 2007.',
  each(countryCodes, (code) => COUNTRIES[code]),
)
const LANGUAGES = {
  en: 'English.',
  km: 'Khmer.',
  lo: 'Lao.',
  my: 'Burmese.',
  th: 'Thai.',
  vi: 'Vietnamese.',
  zh: 'Chinese.',
}
/** Named as everywhere else (`Accept-Language`, `locales/`): in lower case. */
export const Language = builder.enumType('Language', {
  description:
    'Languages of the service. Where none is asked for: the request’s Accept-Language, then the account’s, then English.',
  values: Object.fromEntries(
    languages.map((language) => [language, { value: language, description: LANGUAGES[language] }]),
  ) as Record<string, { value: (typeof languages)[number]; description: string }>,
})
const ROLES: Record<(typeof roles)[number], string> = {
  liaison: 'Drafts requests, answers questions, arranges handovers.',
  supervisor: 'The second officer of the requesting country: reviews before anything is sent.',
  focal: 'Focal agency of its country: has a part in every case of its country.',
  taskforce: 'National taskforce; sees no case.',
  post: 'Officer at the crossing: hands over, receives, counts.',
  guardian: 'Guardian or panel for a child.',
  verifier: 'Verifies nationality or residence.',
  welfare: 'Welfare agency: tracing, family assessment, reception.',
  privacy: 'Privacy officer of its country.',
  admin: 'Administrator of its country.',
  secretariat: 'COMMIT secretariat; never sees a case.',
  operator: 'Runs the service; never sees a case.',
}
export const Role = closedList('Role', 'What an account may be; each has exactly one role in one office.', ROLES)
export const Side = closedList('Side', 'The two sides of a case.', {
  requesting: 'The country where the person is.',
  return: 'The country to which the person returns.',
} satisfies Record<(typeof sides)[number], string>)
const STAGES: Record<(typeof stages)[number], string> = {
  DRAFT: 'Being written; nothing of it exists for the country of return.',
  IN_REVIEW: 'With the second officer of the requesting country.',
  SENT: 'Sent, not yet acknowledged.',
  RETURNED: 'Returned for information; waits for answers.',
  IN_PROGRESS: 'Acknowledged: verification, tracing and assessments run.',
  ACCEPTED: 'The return was accepted.',
  HANDOVER_AGREED: 'Both countries agreed on crossing and time.',
  HANDED_OVER: 'Handed over, reception not yet confirmed.',
  RECEIVED: 'Reception confirmed by the country of return.',
  FOLLOW_UP: 'Under follow-up after reception.',
  CLOSED: 'Closed by both sides.',
  STOPPED: 'Goes no further; what is left is to close it.',
}
export const Stage = closedList('Stage', 'How far a case is; derived from its acts.', STAGES)
export const RouteEnum = closedList('Route', 'How a case began.', {
  ordinary: 'With a request.',
  'fast-track': 'At the border, with a return on the same day.',
  unannounced: 'With a person received without a request.',
} satisfies Record<Route, string>)
export const TextEncoding = closedList('TextEncoding', 'How Burmese is written in bytes.', {
  UNICODE: 'Unicode.',
  ZAWGYI: 'Zawgyi; it is made Unicode before anything else.',
} satisfies Record<TextEncodingName, string>)
export const NoteStatus = closedList('NoteStatus', 'Whether a note may cross.', {
  waiting: 'A second officer has not read it yet; the other side knows nothing of it.',
  approved: 'A second officer has read it: the other side reads it.',
  returned: 'Kept at home for good: the other side never knows of it.',
} satisfies Record<NoteStatusName, string>)
export const GuardRule = closedList(
  'GuardRule',
  'What a text may not hold.',
  each(guardRules, (rule) => `${words[`rule.${rule}`]}.`),
)
export const StopKind = closedList('StopKind', 'Why a case goes no further.', {
  refused: 'The country of return refused, with a reason.',
  withdrawn: 'The request or the consent was withdrawn; the country of return acknowledges it.',
  'not-proceeding': 'The case does not proceed; by design nothing more is said.',
})
export const StepStatusEnum = closedList('StepStatus', 'Where a step of the procedure stands in a case.', {
  done: 'Done.',
  open: 'Can be done now, and is owed.',
  waiting: 'Waits for an earlier step.',
  skipped: 'Its condition does not hold in this case; it counts as done.',
  lapsed: 'The case stopped before it was done.',
} satisfies Record<StepStatus, string>)
export const DeadlineStateEnum = closedList('DeadlineState', 'Where a deadline stands.', {
  'on-time': 'Before its amber point.',
  amber: 'At 70 % of the limit or past it.',
  red: 'Past the due instant.',
  stopped: 'The clock stands still.',
} satisfies Record<DeadlineState, string>)
export const DayReasonEnum = closedList('DayReason', 'Why a day counted or did not.', {
  'day-zero': 'The owner’s local day on which the step opened; never counted.',
  counted: 'Counted.',
  'make-up': 'A working day declared in place of a day off; counted.',
  weekend: 'Weekend of the owner’s country.',
  holiday: 'Public holiday of the owner’s country.',
  stopped: 'The clock stood still at its end.',
  event: 'The agreed day itself.',
} satisfies Record<DayReason, string>)
export const LimitUnitEnum = closedList('LimitUnit', 'What a limit is counted in.', {
  workingDays: 'Working days of the country that owes.',
  days: 'Calendar days of the country that owes.',
  hours: 'Hours, through nights and holidays.',
  months: 'Calendar months.',
} satisfies Record<LimitUnit, string>)
export const BasisStatus = closedList('BasisStatus', 'What a value rests on.', {
  sourced: 'A named source says so.',
  assumed: 'No source was found; the parties have not confirmed it.',
  agreed: 'The two countries agreed on it in this service.',
} satisfies Record<Basis['status'], string>)
export const AnswerKindEnum = closedList('AnswerKind', 'What kind of answer a question takes.', {
  boolean: 'Yes or no: `yes`.',
  count: 'A whole number within the question’s limits: `count`.',
  day: 'A day: `day`.',
  code: 'One code of the question’s list: `code`.',
  codes: 'One or more codes of the question’s list: `codes`.',
  country: 'One of the six countries: `country`.',
} satisfies Record<AnswerKind, string>)
const HANDOVER: Record<(typeof handoverStatuses)[number], string> = {
  PROPOSED: 'Proposed by the requesting country.',
  COUNTERPROPOSED:
    'The country of return named another crossing or time; the requesting country agrees or sets another day.',
  AGREED: 'Agreed by the country of return.',
  NOT_HELD: 'Did not take place; another day is to be set.',
  HANDED_OVER: 'Handed over by the post of the requesting country.',
  PARTLY_RECEIVED: 'Some of the list were not received; each opened an incident.',
  RECEIVED: 'All received.',
  SETTLED: 'Closed after every incident on it was settled.',
}
export const HandoverStatusEnum = closedList('HandoverStatus', 'Where a handover stands.', HANDOVER)
export const LimitKindEnum = closedList('LimitKind', 'Which number of a step is meant.', {
  STEP: 'How long the owner has for the step.',
  BEFORE_HANDOVER: 'How long before the handover: a notice, or the window of a check.',
  RECURRENCE: 'How long between two times that the step is done.',
} satisfies Record<LimitKind, string>)
export const LimitStatusEnum = closedList('LimitStatus', 'Where a proposed limit stands.', {
  PROPOSED: 'Proposed by one country.',
  CONFIRMED: 'Agreed by both; a version of the procedure holds it.',
} satisfies Record<LimitProposal['status'], string>)
const CONFERENCES: Record<ConferenceSeries, string> = {
  som: 'Senior Officials Meeting of the six countries.',
  imm: 'Inter-Ministerial Meeting of the six countries.',
  taskforce: 'Meeting of the taskforce of one country.',
}
export const ConferenceSeriesEnum = closedList('ConferenceSeries', 'Meetings of the COMMIT process.', CONFERENCES)
export const MeetingSeriesEnum = closedList('MeetingSeries', 'Every series of meetings that is recorded.', {
  ...CONFERENCES,
  'case-management': 'Case management meeting of two countries.',
} satisfies Record<MeetingSeries, string>)
export const ActionName = closedList(
  'ActionName',
  'Every act of the procedures; the mutation of the same name does it.',
  each(actionNames, (name) => `The mutation \`${name}\`.`),
)
export const ProblemCode = closedList(
  'ProblemCode',
  'The closed list of refusals. Each has a sentence in all seven languages.',
  each(problemCodes, (code) => problems[code]),
)
