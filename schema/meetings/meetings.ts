import { listMeetings } from '../../server/services/read-registers.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageSize, readCursor } from '../connection.ts'
import { CountryCode, MeetingSeriesEnum } from '../enums.ts'
import { MeetingRef } from './meeting.ts'

const Connection = connectionOf('Meeting', MeetingRef)

builder.queryField('meetings', (t) =>
  t.field({
    type: Connection,
    description: 'Meetings of every series that the caller may know of; those recorded last first.',
    args: {
      ...pageArguments(),
      series: t.arg({ type: MeetingSeriesEnum, description: 'Only this series.' }),
      country: t.arg({ type: CountryCode, description: 'Only meetings of this country, alone or with others.' }),
    },
    resolve: async (_root, { first, after, series, country }, { service, by }) => {
      const filter = { series: series ?? null, country: country ?? null }
      const { rows, hasNext } = await listMeetings(service, by, filter, readCursor(after), pageSize(first))
      return { nodes: rows, hasNext, cursor: ({ id }) => id }
    },
  }),
)
