import type { Role } from '../../server/domain/cases/roles.ts'
import type { Calendar } from '../../server/domain/deadlines/calendar.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { OfficeId } from '../../server/domain/kernel/ids.ts'
import type { Procedure } from '../../server/domain/procedures/procedure.ts'
import type { Country, Office, World } from '../../server/domain/world.ts'
import { readConsentData } from './consent-data.ts'
import { readProtectionRules } from './protection-rules.ts'
import { readFolder, readJson } from './read.ts'
import { readReportFileRules } from './report-file-rules.ts'
import {
  calendarShape,
  codeListShape,
  countriesShape,
  crossingsShape,
  instrumentShape,
  ladderShape,
  officesShape,
  questionsShape,
  retentionShape,
} from './shapes.ts'
import { withRegisters } from './with-registers.ts'

const by = <T, K extends string>(list: readonly T[], key: (one: T) => K): ReadonlyMap<K, T> =>
  new Map(list.map((one) => [key(one), one]))

/** Reads all reference data into one value; the procedures come from the store, where cases are pinned to them. */
export function readWorld(procedures: readonly Procedure[]): World {
  const countries = readJson(countriesShape, 'directory/countries.json') as unknown as readonly Country[]
  const offices = readJson(officesShape, 'directory/offices.json') as unknown as readonly Office[]
  const crossings = readJson(
    crossingsShape,
    'directory/crossings.json',
  ) as unknown as World['crossings'] extends ReadonlyMap<infer _K, infer V> ? readonly V[] : never
  const lists = readFolder(codeListShape, 'codes') as unknown as World['codeLists'] extends ReadonlyMap<
    infer _K,
    infer V
  >
    ? readonly V[]
    : never
  const { questions } = readJson(questionsShape, 'questions/questions.json')
  const instruments = readFolder(instrumentShape, 'agreements')
  return {
    countries: by(countries, ({ code }) => code),
    ...withRegisters(readCalendars(countries), []),
    offices: by(offices, ({ id }) => id),
    crossings: by(crossings, ({ id }) => id),
    codeLists: by(lists, ({ list }) => list),
    codes: new Map(lists.map(({ list, codes }) => [list, by(codes, ({ code }) => code)])),
    questions: by(questions, ({ code }) => code) as unknown as World['questions'],
    instruments: by(instruments, ({ id }) => id) as unknown as World['instruments'],
    procedures: byVersion(procedures),
    ...readConsentData(),
    competent: competentOffices(offices),
    retention: by(readFolder(retentionShape, 'retention'), ({ country }) => country),
    reportFiles: readReportFileRules(),
    protection: readProtectionRules(),
    ladder: readJson(ladderShape, 'directory/ladder.json') as World['ladder'],
  }
}

export const byVersion = (procedures: readonly Procedure[]): World['procedures'] =>
  new Map(
    [...Map.groupBy(procedures, ({ id }) => id)].map(([id, versions]) => [
      id,
      versions.toSorted((one, other) => one.version - other.version),
    ]),
  )

function readCalendars(countries: readonly Country[]): ReadonlyMap<CountryCode, Calendar> {
  const tables = readFolder(calendarShape, 'calendars')
  return new Map(
    countries.map(({ code, zone, offsetMinutes, weekend }) => {
      const own = tables.filter(({ country }) => country === code)
      const days = (list: 'holidays' | 'makeUpDays') =>
        by(
          own.flatMap((table) => table[list]),
          ({ day }) => day,
        )
      const calendar = {
        country: code,
        zone,
        offsetMinutes,
        weekend,
        holidays: days('holidays'),
        makeUpDays: days('makeUpDays'),
        years: new Set(own.map(({ year }) => year)),
      }
      return [code, calendar as unknown as Calendar]
    }),
  )
}

function competentOffices(offices: readonly Office[]): World['competent'] {
  const found = new Map<CountryCode, Map<Role, OfficeId>>()
  for (const { id, country, competent } of offices) {
    if (country === null) continue
    const own = found.get(country) ?? new Map<Role, OfficeId>()
    for (const role of competent) own.set(role, id)
    found.set(country, own)
  }
  return found
}
