import type { SpecialDay } from '../../server/domain/deadlines/calendar.ts'
import { type Country, calendarOf } from '../../server/domain/world.ts'
import { BasisRef } from '../basis.ts'
import { builder } from '../builder.ts'
import type { Context } from '../context.ts'
import { CountryCode, Language } from '../enums.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { labelField } from '../text.ts'

const SpecialDayRef = builder.objectRef<SpecialDay>('SpecialDay').implement({
  description: 'A public holiday, or a working day declared in place of a day off.',
  fields: (t) => ({
    day: t.expose('day', { type: 'Date', description: 'The country’s own day.' }),
    name: t.string(labelField('Its name.', ({ label }) => label)),
    basis: t.expose('basis', { type: BasisRef, description: 'What the date rests on.' }),
  }),
})

export const CountryRef = builder.objectRef<Country>('Country').implement({
  description: 'One of the six COMMIT countries.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Country', ({ code }: Country) => code)),
    code: t.expose('code', { type: CountryCode, description: 'ISO 3166-1 code.' }),
    name: t.string(labelField('Name of the country.', ({ label }) => label)),
    languages: t.expose('languages', { type: [Language], description: 'Its languages among those of the service.' }),
    zone: t.exposeString('zone', { description: 'IANA time zone of its deadlines.' }),
    offsetMinutes: t.exposeInt('offsetMinutes', { description: 'Minutes east of UTC, all year.' }),
    weekend: t.exposeIntList('weekend', { description: 'ISO weekdays off, 1 Monday to 7 Sunday.' }),
    publicHolidays: t.field({
      type: [SpecialDayRef],
      description: 'Public holidays of one year, by day; empty where the service has no table.',
      args: { year: t.arg.int({ required: true, description: 'Gregorian year.' }) },
      resolve: ({ code }, { year }, { service }) => ofYear(calendarOf(service.world, code).holidays, year),
    }),
    makeUpWorkingDays: t.field({
      type: [SpecialDayRef],
      description: 'Days off on which is worked, of one year, by day.',
      args: { year: t.arg.int({ required: true, description: 'Gregorian year.' }) },
      resolve: ({ code }, { year }, { service }) => ofYear(calendarOf(service.world, code).makeUpDays, year),
    }),
  }),
})

/** A field that is a country; every code of the six has its entry. */
export const countryField = <T>(description: string, code: (one: T) => Country['code']) => ({
  type: CountryRef,
  description,
  resolve: (one: T, _args: object, { service }: Context) => service.world.countries.get(code(one)) as Country,
})

/** The same, where there may be none. */
export const maybeCountryField = <T>(description: string, code: (one: T) => Country['code'] | null) => ({
  type: CountryRef,
  nullable: true as const,
  description,
  resolve: (one: T, _args: object, { service }: Context): Country | null => {
    const found = code(one)
    return (found && service.world.countries.get(found)) ?? null
  },
})

const ofYear = (days: ReadonlyMap<string, SpecialDay>, year: number): SpecialDay[] =>
  [...days.values()]
    .filter(({ day }) => day.startsWith(`${year}-`))
    .sort((one, other) => (one.day < other.day ? -1 : 1))

nodeFinder('Country', (id, { service }) => service.world.countries.get(id as Country['code']) ?? null)

builder.queryField('countries', (t) =>
  t.field({
    type: [CountryRef],
    description: 'The six countries, in the order of the Joint Declaration of 2007.',
    resolve: (_root, _args, { service }) => [...service.world.countries.values()],
  }),
)
