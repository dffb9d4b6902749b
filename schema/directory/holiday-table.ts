import type { Registered } from '../../server/domain/registers/register.ts'
import { builder } from '../builder.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { countryField } from './country.ts'

type Entry = Registered<'holidays'>

export const HolidayTableRef = builder.objectRef<Entry>('HolidayTable').implement({
  description: 'The public holidays and make-up days of a year, as a country declared them in this service.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('HolidayTable', ({ id }: Entry) => id)),
    version: t.exposeInt('version', { description: 'Rises each time the year is declared anew.' }),
    country: t.field(countryField('The country.', ({ content }) => content.country)),
    year: t.int({ description: 'Gregorian year.', resolve: ({ content }) => content.year }),
    holidays: t.field({
      type: ['Date'],
      description: 'Days off.',
      resolve: ({ content }) => [...content.holidays],
    }),
    makeUpDays: t.field({
      type: ['Date'],
      description: 'Days of work on a weekend.',
      resolve: ({ content }) => [...content.makeUpDays],
    }),
    declaredAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ content }) => content.declaredAt }),
  }),
})

nodeFinder('HolidayTable', (id, { service }) => service.world.holidayTables.get(id) ?? null)
