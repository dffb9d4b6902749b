import type { MeetingList } from '../../server/domain/meetings/meeting.ts'
import { builder } from '../builder.ts'
import { ConferenceSeriesEnum, CountryCode } from '../enums.ts'
import { WordingInput } from '../wording-input.ts'

// The lists of a meeting as they come in; what each entry may hold is checked in server/domain/meetings.

const OrganiserInput = builder.inputType('MeetingOrganiserInput', {
  description: 'Who holds a meeting, or helps to.',
  fields: (t) => ({
    role: t.field({ type: 'Code', required: true, description: 'Its part. Code list `organiser-role`.' }),
    name: t.field({ type: WordingInput, required: true, description: 'Name of the office or body.' }),
  }),
})

const DelegationInput = builder.inputType('MeetingDelegationInput', {
  description: 'The delegation of one country.',
  fields: (t) => ({
    country: t.field({ type: CountryCode, required: true, description: 'The country.' }),
    led: t.field({ type: WordingInput, description: 'The office that led it.' }),
    persons: t.int({ description: 'How many persons; left out where that is not known.' }),
  }),
})

const GroupInput = builder.inputType('MeetingGroupInput', {
  description: 'Others who took part.',
  fields: (t) => ({
    group: t.field({ type: WordingInput, required: true, description: 'What kind of bodies or persons they are.' }),
    persons: t.int({ description: 'How many persons; left out where that is not known.' }),
  }),
})

const ItemInput = builder.inputType('MeetingDocumentItemInput', {
  description: 'A paragraph of a declaration, an activity of a plan.',
  fields: (t) => ({
    number: t.int({ required: true, description: 'Its number in the document.' }),
    text: t.field({
      type: WordingInput,
      description: 'What it says; left out where the source has lost it, and then shown as missing.',
    }),
    actions: t.int({ description: 'Of an activity: how many actions it holds.' }),
  }),
})

const DocumentInput = builder.inputType('MeetingDocumentInput', {
  description: 'What was adopted or presented.',
  fields: (t) => ({
    kind: t.field({ type: 'Code', required: true, description: 'Code list `meeting-document`.' }),
    title: t.field({ type: WordingInput, required: true, description: 'Its title.' }),
    items: t.field({ type: [ItemInput], description: 'Paragraphs or activities, in their order; at most 100.' }),
  }),
})

const DecisionInput = builder.inputType('MeetingDecisionInput', {
  description: 'What a meeting decided.',
  fields: (t) => ({
    text: t.field({ type: WordingInput, required: true, description: 'What is to be done.' }),
    countries: t.field({ type: [CountryCode], description: 'Who is to do it; left out: all whom the meeting is of.' }),
    due: t.field({ type: 'Date', description: 'Until when.' }),
  }),
})

const SignatureInput = builder.inputType('MeetingSignatureInput', {
  description: 'That a country signed a document: an office, no person.',
  fields: (t) => ({
    document: t.int({ required: true, description: 'Place of the document in `documents`, from 0.' }),
    country: t.field({ type: CountryCode, required: true, description: 'The country that signed.' }),
    office: t.field({ type: WordingInput, description: 'The office that signed for it.' }),
    day: t.field({ type: 'Date', required: true, description: 'Local day of the signature.' }),
  }),
})

const NextInput = builder.inputType('NextMeetingInput', {
  description: 'A meeting that is to follow.',
  fields: (t) => ({
    series: t.field({ type: ConferenceSeriesEnum, required: true, description: 'Its series.' }),
    number: t.int({ description: 'Its number.' }),
    firstDay: t.field({ type: 'Date', description: 'First day, where one is set.' }),
    host: t.field({ type: CountryCode, description: 'The country that is to hold it.' }),
  }),
})

/** The input of each list of a meeting. */
export const meetingListInputs = {
  organisers: OrganiserInput,
  delegations: DelegationInput,
  others: GroupInput,
  documents: DocumentInput,
  decisions: DecisionInput,
  signatures: SignatureInput,
  next: NextInput,
} as const satisfies Record<MeetingList, unknown>
