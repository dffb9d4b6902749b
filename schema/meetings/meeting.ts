import type { MeetingView } from '../../server/domain/disclosure/see-meeting.ts'
import {
  type AnyMeeting,
  type CaseManagementMeeting,
  countriesOf,
  isConference,
} from '../../server/domain/meetings/any-meeting.ts'
import type { Conference } from '../../server/domain/meetings/meeting.ts'
import { seeMeeting } from '../../server/services/read-registers.ts'
import { builder } from '../builder.ts'
import { CountryRef, maybeCountryField } from '../directory/country.ts'
import { OfficeRef } from '../directory/office.ts'
import { MeetingSeriesEnum } from '../enums.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { maybeWordedField, wordedListField } from '../worded-text.ts'
import {
  DecisionRef,
  DelegationRef,
  DocumentRef,
  GroupRef,
  NextRef,
  OrganiserRef,
  SignatureRef,
  signaturesOf,
} from './conference-part.ts'
import { ItemRef } from './meeting-item.ts'

const firstDayOf = (meeting: AnyMeeting) => (isConference(meeting) ? meeting.firstDay : meeting.heldOn)
/** A fact of a meeting of the process; null of one about cases. */
const told = <T>({ content }: MeetingView, fact: (one: Conference) => T): T | null =>
  isConference(content) ? fact(content) : null
/** A list of it; empty of one about cases. */
const listed = <T>({ content }: MeetingView, list: (one: Conference) => readonly T[]): T[] =>
  isConference(content) ? [...list(content)] : []
const itemsOf = ({ content }: MeetingView): Pick<CaseManagementMeeting, 'items' | 'erased'> =>
  isConference(content) ? { items: [] } : content

export const MeetingRef = builder.objectRef<MeetingView>('Meeting').implement({
  description:
    'A meeting of senior officials (SOM), of ministers (IMM), of a taskforce, or of two countries about their cases. The first two are read by the secretariat and in all six countries, that of a taskforce in its country and by the secretariat. What a case management meeting took up is for the two focal agencies; their taskforces and the secretariat see that it was held.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Meeting', ({ id }: MeetingView) => id)),
    version: t.exposeInt('version', {
      description: 'Give it as `expectedVersion`. Rises with each change, and when a case that it took up is erased.',
    }),
    series: t.field({
      type: MeetingSeriesEnum,
      description: 'Which series it belongs to.',
      resolve: ({ content }) => content.series,
    }),
    number: t.int({
      nullable: true,
      description: 'Its number: 5 in SOM5; null where it has none.',
      resolve: (one) => told(one, ({ number }) => number),
    }),
    countries: t.field({
      type: [CountryRef],
      description: 'Whose meeting it is: two countries, the one whose taskforce met, or all six.',
      resolve: ({ content }, _args, { service }) =>
        countriesOf(content).flatMap((code) => service.world.countries.get(code) ?? []),
    }),
    heldOn: t.field({
      type: 'Date',
      description: 'First local day, where it was held or recorded.',
      resolve: ({ content }) => firstDayOf(content),
    }),
    firstDay: t.field({
      type: 'Date',
      description: 'The same.',
      resolve: ({ content }) => firstDayOf(content),
    }),
    lastDay: t.field({
      type: 'Date',
      description: 'Last day.',
      resolve: ({ content }) => (isConference(content) ? content.lastDay : content.heldOn),
    }),
    host: t.field(maybeCountryField('The country where it is held.', (one) => told(one, ({ host }) => host))),
    place: t.field(maybeWordedField('City or house.', (one) => told(one, ({ place }) => place))),
    theme: t.field(maybeWordedField('Its theme.', (one) => told(one, ({ theme }) => theme))),
    organisers: t.field({
      type: [OrganiserRef],
      description: 'Who holds it, and who helps to.',
      resolve: (one) => listed(one, ({ organisers }) => organisers),
    }),
    agenda: t.field(
      wordedListField('Items of the agenda, in their order.', (one) => listed(one, ({ agenda }) => agenda)),
    ),
    delegations: t.field({
      type: [DelegationRef],
      description: 'Delegations of the countries.',
      resolve: (one) => listed(one, ({ delegations }) => delegations),
    }),
    others: t.field({
      type: [GroupRef],
      description: 'Who else took part.',
      resolve: (one) => listed(one, ({ others }) => others),
    }),
    documents: t.field({
      type: [DocumentRef],
      description: 'What was adopted or presented.',
      resolve: (one) => listed(one, ({ documents }) => documents),
    }),
    outcomes: t.field(wordedListField('What came of it.', (one) => listed(one, ({ outcomes }) => outcomes))),
    decisions: t.field({
      type: [DecisionRef],
      description: 'What was decided; what was decided about a case stands in `items`.',
      resolve: (one) => listed(one, ({ decisions }) => decisions),
    }),
    signatures: t.field({
      type: [SignatureRef],
      description: 'Which country signed which document.',
      resolve: (one) => listed(one, signaturesOf),
    }),
    next: t.field({
      type: [NextRef],
      description: 'Meetings that are to follow.',
      resolve: (one) => listed(one, ({ next }) => next),
    }),
    recordedAt: t.field({
      type: 'DateTime',
      description: 'When it was recorded.',
      resolve: ({ content }) => content.recordedAt,
    }),
    recordedBy: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office that recorded it.',
      resolve: ({ content }, _args, { service }) => service.world.offices.get(content.recordedBy) ?? null,
    }),
    itemCount: t.int({
      description: 'How many cases it took up, those that were erased since among them.',
      resolve: (one) => itemsOf(one).items.length + (itemsOf(one).erased ?? 0),
    }),
    items: t.field({
      type: [ItemRef],
      description: 'What it took up, as far as the caller sees the cases; empty for readers who see none.',
      resolve: async (one, _args, { load }) => {
        const items = one.showsItems ? itemsOf(one).items : []
        const seen = await Promise.all(items.map(({ caseId }) => load.case.load(caseId, 'meeting')))
        // A case that nobody reads any more is not told of here either.
        return items.filter((_item, place) => seen[place])
      },
    }),
  }),
})

nodeFinder('Meeting', (id, { service, by }) => seeMeeting(service, by, id))
