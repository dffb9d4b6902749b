import type { MeetingView } from '../../server/domain/disclosure/see-meeting.ts'
import type { MeetingItem } from '../../server/domain/registers/register.ts'
import { listMeetings, seeMeeting } from '../../server/services/read-registers.ts'
import { builder } from '../builder.ts'
import { CaseRef } from '../cases/case-ref.ts'
import { CodedValueRef } from '../codes/coded-value.ts'
import { connectionOf, pageArguments, pageSize, readCursor } from '../connection.ts'
import { CountryRef } from '../directory/country.ts'
import { OfficeRef } from '../directory/office.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'

const ItemRef = builder.objectRef<MeetingItem>('MeetingItem').implement({
  description: 'A case that a meeting took up.',
  fields: (t) => ({
    case: t.field({
      type: CaseRef,
      nullable: true,
      description: 'The case; null where the caller does not see it any more.',
      resolve: ({ caseId }, _args, { load }) => load.case.load(caseId, 'meeting'),
    }),
    decision: t.field({
      type: CodedValueRef,
      description: 'What was decided.',
      resolve: ({ decision }) => ({ list: 'meeting-decision', code: decision }),
    }),
    openSteps: t.field({
      type: ['Code'],
      description: 'Steps that were open when the meeting was recorded.',
      resolve: ({ openSteps }) => [...openSteps],
    }),
    disputes: t.exposeInt('disputes', { description: 'Disputes that were open then.' }),
  }),
})

export const MeetingRef = builder.objectRef<MeetingView>('Meeting').implement({
  description:
    'A case management meeting of two countries. Its items are for the two focal agencies; taskforces and the secretariat see that it was held.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Meeting', ({ id }: MeetingView) => id)),
    version: t.exposeInt('version', { description: 'Rises when a case that it took up is erased.' }),
    countries: t.field({
      type: [CountryRef],
      description: 'The two countries.',
      resolve: ({ content }, _args, { service }) =>
        content.countries.flatMap((code) => service.world.countries.get(code) ?? []),
    }),
    heldOn: t.field({
      type: 'Date',
      description: 'Local day of who recorded it.',
      resolve: ({ content }) => content.heldOn,
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
      resolve: ({ content }) => content.items.length + (content.erased ?? 0),
    }),
    items: t.field({
      type: [ItemRef],
      description: 'What it took up, as far as the caller sees the cases; empty for readers who see none.',
      resolve: async ({ content, showsItems }, _args, { load }) => {
        const items = showsItems ? content.items : []
        const seen = await Promise.all(items.map(({ caseId }) => load.case.load(caseId, 'meeting')))
        // A case that nobody reads any more is not told of here either.
        return items.filter((_item, place) => seen[place])
      },
    }),
  }),
})

nodeFinder('Meeting', (id, { service, by }) => seeMeeting(service, by, id))
const Connection = connectionOf('Meeting', MeetingRef)

builder.queryField('meetings', (t) =>
  t.field({
    type: Connection,
    description: 'Case management meetings of the caller’s country, or of all for the secretariat; the newest first.',
    args: pageArguments(),
    resolve: async (_root, args, { service, by }) => {
      const { rows, hasNext } = await listMeetings(service, by, readCursor(args.after), pageSize(args.first))
      return { nodes: rows, hasNext, cursor: ({ id }) => id }
    },
  }),
)
