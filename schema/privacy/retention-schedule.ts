import { listScheduled, type Scheduled } from '../../server/services/read-retention.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageSize, readCursor } from '../connection.ts'
import { countryField } from '../directory/country.ts'
import { readTimeKey, timeKey } from './page-key.ts'

const ScheduledRef = builder.objectRef<Scheduled>('RetentionEntry').implement({
  description: 'When a closed case is blocked and when it is erased; nothing else of the case.',
  fields: (t) => ({
    reference: t.exposeString('reference', { description: 'Reference of the case.' }),
    closedAt: t.expose('closedAt', { type: 'DateTime', description: 'When both countries had closed it.' }),
    blockedOn: t.field({
      type: 'Date',
      description: 'From this day on nobody reads it.',
      resolve: ({ blocked }) => blocked.day,
    }),
    blockedBy: t.field(countryField('The country whose rule gave that day.', ({ blocked }) => blocked.country)),
    eraseOn: t.field({ type: 'Date', description: 'On this day it is erased.', resolve: ({ erased }) => erased.day }),
    erasedBy: t.field(countryField('The country whose rule gave that day.', ({ erased }) => erased.country)),
  }),
})
const Connection = connectionOf('RetentionEntry', ScheduledRef)

builder.queryField('retentionSchedule', (t) =>
  t.field({
    type: Connection,
    description:
      'Closed cases of the caller’s country and when they go, those closed first first. For privacy officers; empty for all others.',
    args: pageArguments(),
    resolve: async (_root, args, { service, by }) => {
      const key = readTimeKey(readCursor(args.after))
      const after = key && { closedAt: key.at, id: key.id }
      const { rows, hasNext } = await listScheduled(service, by, after, pageSize(args.first))
      return { nodes: rows, hasNext, cursor: ({ closedAt, id }) => timeKey(closedAt, id) }
    },
  }),
)
