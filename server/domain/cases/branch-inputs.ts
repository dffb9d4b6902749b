import {
  caseId,
  choice,
  code,
  codes,
  country,
  crossingId,
  day,
  flag,
  instant,
  note,
  optional,
} from '../kernel/fields.ts'
import { consentFields, profileFields } from './inputs.ts'

// What an officer can enter where a case leaves the straight way, or after reception. Codes, days and flags, and a note of a dispute.

export const identificationFields = {
  checklist: code('screening-checklist', 'Checklist that was used, by its version.'),
  dimensions: codes('indicator-dimension', 'Dimensions in which indicators were found.'),
  result: code('identification-result', 'Result. Presumed leaves it owed; not a victim stops the case.'),
  decidingBody: code('deciding-body', 'The kind of body that decided.'),
  decidedIn: country('The country whose body decided. A decision of the other party is recognised, not made again.'),
  decidedOn: day('past', 'Local day of the decision.'),
} as const

export const forwardFields = {
  to: country('The country that is competent instead; it knows nothing until the request is sent to it.'),
  reason: code('forward-reason', 'Why the request is forwarded.'),
} as const

/** The consent that goes with a fast track: nothing crosses a border without it. */
const { share, return: toReturn, traceFamily, followUp, statistics, language, interpreter } = consentFields
const { givenOn, guardian, childView, form, readIn, leafletGiven } = consentFields
export const fastTrackFields = {
  countryOfReturn: country('Where the person wishes to return to and be received.'),
  ...profileFields,
  share,
  return: toReturn,
  traceFamily,
  followUp,
  statistics,
  language,
  interpreter,
  givenOn,
  guardian,
  childView,
  form,
  readIn,
  leafletGiven,
  crossing: crossingId('Where the two posts meet; it must belong to the pair.'),
  at: instant('any', 'When the posts meet, UTC; on the same day.'),
  escort: code('escort', 'Who escorts.'),
  escortSex: optional(code('escort-sex', 'Needed with an escort where women or girls travel.')),
  transport: code('transport', 'Kind of transport.'),
} as const

export const unannouncedFields = {
  requestingCountry: country('The country from which the person came without a request.'),
  receivedOn: day('past', 'Local day of the reception.'),
  receptionPlace: code('reception-place', 'Kind of place where the person was received; never which one.'),
  ...profileFields,
} as const

export const linkFields = {
  previousCaseId: caseId('The earlier case of the same person, between the same countries.'),
} as const

export const openDisputeFields = {
  subject: code('dispute-subject', 'What the countries see differently.'),
  note: note('What the subject cannot say; it crosses after a second officer has read it.'),
} as const

export const resolveDisputeFields = { outcome: code('dispute-outcome', 'How it was settled.') } as const

export const graveEventFields = {
  event: code('grave-event', 'What happened; no cause and no diagnosis.'),
  happenedOn: day('past', 'Local day on which it happened.'),
  nationalChannelInformed: flag('The national channel for such events was informed.'),
} as const

export const requestReviewFields = {
  ground: code('review-ground', 'Why the decision should be looked at once more.'),
} as const

export const focalMeetingFields = {
  heldOn: day('past', 'Local day of the meeting.'),
  decision: code('meeting-decision', 'What the two focal agencies decided.'),
} as const

export const caseWorkerVisitFields = {
  visitedOn: day('past', 'Local day of the visit.'),
  finding: code('visit-finding', 'What was found.'),
} as const

export const settleIncidentFields = { outcome: code('incident-outcome', 'How the incident ended.') } as const

export const transitStayFields = {
  arrivedOn: day('past', 'Local day of arrival in the transit centre.'),
  leftOn: optional(day('past', 'Local day of departure; left out while the person is still there.')),
  services: codes('service', 'Services given there.'),
  voluntary: flag('The person stays by their own wish and may leave at any time.'),
} as const

export const reintegrationFields = {
  place: code('reception-place', 'Kind of place where the person will live; never which one.'),
  services: codes('service', 'Services planned.'),
  occupation: code('occupation', 'Schooling or work planned.'),
  startsOn: day('any', 'Local day on which the plan begins.'),
  personAgrees: flag('The person agrees to the plan.'),
} as const

export const followUpFields = {
  visitedOn: day('past', 'Local day of the visit, or of the last attempt.'),
  outcome: code('reintegration-outcome', 'How the person is. Contact lost, or a visit declined, ends the visits.'),
  risk: code('risk-class', 'Safety looked at anew.'),
  services: codes('service', 'Services given since the last visit.'),
  occupation: code('occupation', 'Schooling or work.'),
} as const

export const feedbackFields = {
  outcome: code('reintegration-outcome', 'How the person is, for the country that made the request.'),
} as const

export const closeFields = {
  agree: optional(
    choice(
      'ClosureAnswer',
      ['YES', 'NO'],
      'Left out: yes. NO: the case is not closed, and what was left is owed again.',
    ),
  ),
} as const
