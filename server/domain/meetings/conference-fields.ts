import {
  choice,
  country,
  day,
  type InputOf,
  meetingList,
  number,
  optional,
  wording,
  wordings,
} from '../kernel/fields.ts'
import { LAST_NUMBER } from './check-meeting-list.ts'
import { conferenceSeries } from './meeting.ts'

/** What is told of a meeting of senior officials, of ministers or of a taskforce: facts, and no person’s name. */
export const conferenceFields = {
  series: choice('ConferenceSeries', conferenceSeries, 'Which series the meeting belongs to.'),
  number: optional(number(1, LAST_NUMBER, 'Its number: 5 in SOM5. Only a taskforce may leave it out.')),
  firstDay: day('any', 'First day, where it is held; also one that is still to come.'),
  lastDay: day('any', 'Last day.'),
  host: optional(country('The country where it is held.')),
  place: optional(wording('City or house.')),
  theme: optional(wording('Its theme.')),
  organisers: optional(meetingList('organisers', 'Who holds it, and who helps to: offices, no person.')),
  agenda: optional(wordings('Items of the agenda, in their order; at most 40.', 40)),
  delegations: optional(meetingList('delegations', 'Delegations, each country once.')),
  others: optional(meetingList('others', 'Who else takes part, as groups; at most 30.')),
  documents: optional(
    meetingList('documents', 'What is adopted or presented, with its paragraphs or activities; at most 20.'),
  ),
  outcomes: optional(wordings('What came of it; at most 60.', 60)),
  decisions: optional(meetingList('decisions', 'What was decided, for whom, until when; at most 50.')),
  signatures: optional(meetingList('signatures', 'Which country signed which document, on which day.')),
  next: optional(meetingList('next', 'Meetings that are to follow; at most 10.')),
} as const
export type ConferenceInput = InputOf<typeof conferenceFields>
