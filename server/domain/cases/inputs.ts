import {
  answers,
  choice,
  code,
  codes,
  consentForm,
  country,
  day,
  flag,
  note,
  officeId,
  optional,
  questions,
} from '../kernel/fields.ts'
import { countryRoles } from './roles.ts'

// All that an officer can enter about a case. Notes are the only free text; each stands beside codes, and no field is meant
// for what could name a person.

/** The person in codes. */
export const profileFields = {
  ageBand: code('age-band', 'Age band; exact ages and birth dates never enter.'),
  ageBasis: code('age-basis', 'What the age rests on; in doubt the person is a child.'),
  sex: code('sex', 'Sex as stated by the person.'),
  claimedStatus: code('claimed-status', 'The link with the country of return that the person claims.'),
  identification: code('identification-result', 'Whether the person was identified as a victim, or is presumed one.'),
  decidingBody: code('deciding-body', 'The kind of body that decided on the identification.'),
  exploitation: codes('exploitation', 'Forms of exploitation, at least one.', 1, 13),
  controlMeans: codes('control-means', 'Means by which the person was controlled.'),
  recruitment: codes('recruitment-method', 'Ways in which the person was recruited.'),
  sector: optional(code('sector', 'Sector of work in which the person was exploited.')),
  needs: codes('needs', 'What the person needs on the way and on arrival; no diagnosis.'),
  shelter: code('shelter-class', 'Kind of place where the person stays now; never which one.'),
} as const

export const draftFields = {
  countryOfReturn: country('Where the person wishes to return to and be received.'),
  ...profileFields,
  note: note('What the codes of the profile cannot say; needs and exploitation are codes.'),
} as const

export const draftUpdateFields = { ...profileFields, note: draftFields.note } as const

/** Decisions of the person, purpose by purpose. */
export const consentFields = {
  share: code('consent-decision', 'Share coded data with the country of return. Refused: nothing is ever sent.'),
  return: code(
    'consent-decision',
    'Return. Without it a request may go out for verification, and stops before acceptance.',
  ),
  traceFamily: code('consent-decision', 'Trace and assess the family.'),
  followUp: code('consent-decision', 'Be followed up after return.'),
  statistics: code('consent-decision', 'Be counted in statistics.'),
  language: code('language', 'Language in which consent was asked.'),
  interpreter: code('interpreter', 'Whether an interpreter took part.'),
  givenOn: day('past', 'Local day on which the person decided.'),
  guardian: optional(code('consent-decision', 'Decision of the guardian; needed for a child.')),
  childView: optional(code('child-view', 'What the child wishes; needed for a child.')),
  form: optional(
    consentForm(
      'Version of the consent form that was read out; left out: the one in force on the day of the decision.',
    ),
  ),
  readIn: optional(
    code('language', 'Language in which the form was read out; left out: the one in which consent was asked.'),
  ),
  leafletGiven: optional(
    flag('The person has the leaflet on rights, or heard it. False keeps the request at home; left out: not stated.'),
  ),
} as const

export const noFields = {} as const

export const reviewFields = {
  decision: choice('ReviewDecision', ['APPROVE', 'RETURN'], 'Approve and send, or return to the author.'),
  noIdentifyingDetail: flag(
    'The reviewer attests that nothing in it names or points at a person. Must be true to approve.',
  ),
} as const

export const reviewNoteFields = {
  decision: choice('ReviewDecision', ['APPROVE', 'RETURN'], 'Let the note cross, or keep it at home for good.'),
  noIdentifyingDetail: flag(
    'The reviewer attests that nothing in it names or points at a person. Must be true to approve.',
  ),
} as const

export const returnForInformationFields = {
  reason: code('return-reason', 'Why the request comes back.'),
  questions: questions('Questions by code, 1 to 20; each is read in the language of the reader.'),
  note: note('What the questions cannot ask; it crosses after a second officer has read it.'),
} as const

export const answerFields = {
  answers: answers('One typed answer to each question asked.'),
  note: note('What the typed answers cannot say; it crosses after a second officer has read it.'),
} as const

export const verificationFields = {
  result: code('verification-result', 'Permanent residents count as nationals do.'),
  reason: optional(code('verification-reason', 'Needed when the result is not confirmed or inconclusive.')),
  method: code('verification-method', 'How it was verified.'),
  decidedOn: day('past', 'Local day of the decision.'),
  identityMatchedOn: optional(
    day('past', 'Local day on which the two focal agencies matched identity on their own confidential channel.'),
  ),
  identityMatchedWith: optional(officeId('Office on the other side with which identity was matched.')),
} as const

export const tracingFields = {
  result: code('tracing-result', 'Whether the family was traced; the person may wish no contact.'),
  suitability: code('family-suitability', 'Outcome of the family assessment; never its content.'),
  escortNeeded: flag('Whether the person needs an escort home.'),
  concludedOn: day('past', 'Local day on which tracing was concluded.'),
} as const

export const riskFields = {
  risk: code('risk-class', 'Risk on return. High stops the case; the other side sees only that it does not proceed.'),
  refoulementConcern: flag('Return could break the rule of non-refoulement. True stops the case in the same way.'),
  assessedOn: day('past', 'Local day of the assessment.'),
} as const

export const bestInterestsFields = {
  outcome: code('best-interests-outcome', 'Decision of the panel. The other side sees only that it was made.'),
  childView: code('child-view', 'What the child wishes.'),
  guardianAgrees: flag('Whether the guardian agrees.'),
  decidedOn: day('past', 'Local day on which the panel decided.'),
} as const

export const acceptFields = {
  travelDocument: code('travel-document', 'Kind of travel document; its number never enters.'),
  travelDocumentIssued: flag('Whether it has been issued.'),
  receptionPlace: code('reception-place', 'Kind of place where the person will be received; never which one.'),
} as const

export const refuseFields = {
  reason: code('refusal-reason', 'Why the return is refused.'),
  note: note('What the reason cannot say; it crosses after a second officer has read it.'),
} as const

export const holdFields = {
  reason: code('hold-reason', 'Why the case waits.'),
  note: note('What the reason cannot say; it crosses after a second officer has read it.'),
} as const

export const reviewHoldFields = {
  goesOn: flag('Whether the hold goes on; false lifts it, and every clock runs on.'),
} as const

export const withdrawConsentFields = {
  withdrawnOn: day('past', 'Local day on which the person took the consent back.'),
  noNotice: flag('The person wants no notice: the other country then sees only that the case does not proceed.'),
} as const

export const withdrawRequestFields = { reason: code('withdrawal-reason', 'Why the request is withdrawn.') } as const

export const closureFields = { reason: code('closure-reason', 'Why the case can be closed.') } as const

export const assignFields = {
  role: choice('CaseRole', countryRoles, 'Role that the office shall play in this case.'),
  office: officeId('Office of your own country that may play the role.'),
} as const
