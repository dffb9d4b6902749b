import type {
  Conference,
  Decision,
  Delegation,
  DocumentItem,
  MeetingDocument,
  NextMeeting,
  Signature,
} from '../../server/domain/meetings/meeting.ts'
import { builder } from '../builder.ts'
import { CodedValueRef } from '../codes/coded-value.ts'
import { CountryRef, countryField, maybeCountryField } from '../directory/country.ts'
import { ConferenceSeriesEnum } from '../enums.ts'
import { maybeWordedField, wordedField } from '../worded-text.ts'

type Entry<K extends keyof Conference> = Conference[K] extends readonly (infer E)[] ? E : never

export const OrganiserRef = builder.objectRef<Entry<'organisers'>>('MeetingOrganiser').implement({
  description: 'Who holds a meeting, or helps to.',
  fields: (t) => ({
    role: t.field({
      type: CodedValueRef,
      description: 'Its part.',
      resolve: ({ role }) => ({ list: 'organiser-role', code: role }),
    }),
    name: t.field(wordedField('Name of the office or body.', ({ name }) => name)),
  }),
})

const persons = { nullable: true, description: 'How many persons; null where that is not known.' } as const

export const DelegationRef = builder.objectRef<Delegation>('MeetingDelegation').implement({
  description: 'The delegation of one country.',
  fields: (t) => ({
    country: t.field(countryField('The country.', ({ country }) => country)),
    led: t.field(maybeWordedField('The office that led it.', ({ led }) => led)),
    persons: t.exposeInt('persons', persons),
  }),
})

export const GroupRef = builder.objectRef<Entry<'others'>>('MeetingGroup').implement({
  description: 'Others who took part.',
  fields: (t) => ({
    group: t.field(wordedField('What kind of bodies or persons they are.', ({ group }) => group)),
    persons: t.exposeInt('persons', persons),
  }),
})

const ItemRef = builder.objectRef<DocumentItem>('MeetingDocumentItem').implement({
  description: 'A paragraph of a declaration, an activity of a plan.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its number in the document.' }),
    text: t.field(maybeWordedField('What it says; null where that is missing.', ({ text }) => text)),
    isMissing: t.boolean({
      description: 'It is there, but what it says is lost in the source: a gap, and not left out.',
      resolve: ({ text }) => text === null,
    }),
    actions: t.exposeInt('actions', {
      nullable: true,
      description: 'Of an activity: how many actions it holds; null where that is not known or does not apply.',
    }),
  }),
})

export const DocumentRef = builder.objectRef<MeetingDocument>('MeetingDocument').implement({
  description: 'What was adopted or presented.',
  fields: (t) => ({
    kind: t.field({
      type: CodedValueRef,
      description: 'What kind of document it is.',
      resolve: ({ kind }) => ({ list: 'meeting-document', code: kind }),
    }),
    title: t.field(wordedField('Its title.', ({ title }) => title)),
    items: t.field({
      type: [ItemRef],
      description: 'Paragraphs or activities, in their order.',
      resolve: ({ items }) => [...items],
    }),
  }),
})

export const DecisionRef = builder.objectRef<Decision>('MeetingDecision').implement({
  description: 'What a meeting decided.',
  fields: (t) => ({
    text: t.field(wordedField('What is to be done.', ({ text }) => text)),
    countries: t.field({
      type: [CountryRef],
      description: 'Who is to do it; empty: all whom the meeting is of.',
      resolve: ({ countries }, _args, { service }) =>
        countries.flatMap((code) => service.world.countries.get(code) ?? []),
    }),
    due: t.expose('due', { type: 'Date', nullable: true, description: 'Until when.' }),
  }),
})

/** A signature with the document that it stands under. */
type Signed = Signature & { readonly under: MeetingDocument }
export const signaturesOf = ({ signatures, documents }: Conference): readonly Signed[] =>
  signatures.flatMap((one) => {
    const under = documents[one.document]
    return under ? [{ ...one, under }] : []
  })

export const SignatureRef = builder.objectRef<Signed>('MeetingSignature').implement({
  description: 'That a country signed a document: an office, never a person.',
  fields: (t) => ({
    document: t.exposeInt('document', { description: 'Place of the document in `documents`, from 0.' }),
    title: t.field(wordedField('Its title.', ({ under }) => under.title)),
    country: t.field(countryField('The country that signed.', ({ country }) => country)),
    office: t.field(maybeWordedField('The office that signed for it.', ({ office }) => office)),
    day: t.expose('day', { type: 'Date', description: 'Local day of the signature.' }),
  }),
})

export const NextRef = builder.objectRef<NextMeeting>('NextMeeting').implement({
  description: 'A meeting that is to follow.',
  fields: (t) => ({
    series: t.expose('series', { type: ConferenceSeriesEnum, description: 'Its series.' }),
    number: t.exposeInt('number', { nullable: true, description: 'Its number.' }),
    firstDay: t.expose('firstDay', { type: 'Date', nullable: true, description: 'First day, where one is set.' }),
    host: t.field(maybeCountryField('The country that is to hold it.', ({ host }) => host)),
  }),
})
