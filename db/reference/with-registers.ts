import type { Calendar, SpecialDay } from '../../server/domain/deadlines/calendar.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { Day } from '../../server/domain/kernel/instant.ts'
import type { Label } from '../../server/domain/kernel/language.ts'
import type { AnyRegistered, HolidayTable, Registered, RegisterKind } from '../../server/domain/registers/register.ts'
import type { World } from '../../server/domain/world.ts'
import { readJson } from './read.ts'
import { declaredDaysShape } from './shapes.ts'

/** The registers as the domain wants them, and the calendars with the tables that countries declared in the service. */
export function withRegisters(
  calendars: ReadonlyMap<CountryCode, Calendar>,
  registers: readonly AnyRegistered[],
): Pick<World, 'calendars' | 'delegations' | 'limitProposals' | 'holidayTables'> {
  const tables = of(registers, 'holidays')
  return {
    calendars: new Map(
      [...calendars].map(([country, calendar]) => [
        country,
        tables.reduce(
          (known, { content }) => (content.country === country ? withTable(known, content) : known),
          calendar,
        ),
      ]),
    ),
    delegations: of(registers, 'delegation'),
    limitProposals: new Map(of(registers, 'limit').map((one) => [one.id, one])),
    holidayTables: new Map(tables.map((one) => [one.id, one])),
  }
}

const of = <K extends RegisterKind>(registers: readonly AnyRegistered[], kind: K): readonly Registered<K>[] =>
  registers.filter((one): one is AnyRegistered & Registered<K> => one.kind === kind)

/** The declared table takes the place of the year's; a day that keeps its date keeps its name. */
function withTable(calendar: Calendar, { year, holidays, makeUpDays, country, declaredAt }: HolidayTable): Calendar {
  const names = readJson(declaredDaysShape, 'labels/declared-days.json')
  const basis = {
    status: 'sourced',
    source: `declared by ${country} in this service on ${declaredAt.slice(0, 10)}`,
  } as const
  const replace = (known: ReadonlyMap<Day, SpecialDay>, days: readonly Day[], label: Label) =>
    new Map([
      ...[...known].filter(([day]) => !day.startsWith(`${year}-`)),
      ...days.map((day): [Day, SpecialDay] => [day, { day, label: known.get(day)?.label ?? label, basis }]),
    ])
  return {
    ...calendar,
    holidays: replace(calendar.holidays, holidays, names.holiday),
    makeUpDays: replace(calendar.makeUpDays, makeUpDays, names.makeUpDay),
    years: new Set([...calendar.years, year]),
  }
}
