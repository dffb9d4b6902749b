import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readWorld } from '../../db/reference/world.ts'
import type { Calendar } from '../../server/domain/deadlines/calendar.ts'
import type { Deadline } from '../../server/domain/deadlines/deadline.ts'
import { reckon } from '../../server/domain/deadlines/reckon.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { addDays, type Day, type Instant, parseInstant } from '../../server/domain/kernel/instant.ts'
import type { Limit } from '../../server/domain/procedures/procedure.ts'

/** One deadline counted on paper by the conventions of model.md ("Time"); `worked` says how. */
interface Row {
  readonly country: CountryCode
  readonly case: string
  readonly opened: string
  readonly limit: Omit<Limit, 'basis'>
  readonly child?: boolean
  readonly stops?: readonly (readonly [from: string, until: string | null])[]
  readonly now: string
  /** Takes the place of the country's tables, for what none of them has. */
  readonly own?: { readonly holidays: readonly Day[]; readonly makeUpDays: readonly Day[] }
  readonly expected: Partial<Deadline> & { readonly dueAt: string | null; readonly amberAt: string | null }
  /** Every day with its reason and, where it counted, its number. */
  readonly lines?: readonly string[]
  readonly worked: string
}

const fixture = readFileSync(new URL('../fixtures/deadlines-by-hand.json', import.meta.url), 'utf8')
const rows: readonly Row[] = JSON.parse(fixture)
const { calendars } = readWorld([])
const basis = { status: 'assumed', source: 'test' } as const

const at = (text: string): Instant => parseInstant(text) ?? expect.fail(`not an instant: ${text}`)
const table = (days: readonly Day[]) => new Map(days.map((day) => [day, { day, label: {} as never, basis }]))

function calendarOf({ country, own }: Row): Calendar {
  const calendar = calendars.get(country) ?? expect.fail(`no calendar: ${country}`)
  return own ? { ...calendar, holidays: table(own.holidays), makeUpDays: table(own.makeUpDays) } : calendar
}

const reckoned = (row: Row): Deadline =>
  reckon({
    openedAt: at(row.opened),
    limit: { ...row.limit, basis },
    child: row.child ?? false,
    calendar: calendarOf(row),
    stops: (row.stops ?? []).map(([from, until]) => ({ from: at(from), until: until === null ? null : at(until) })),
    now: at(row.now),
  })

test('the table is long enough, names each case once and says how each was worked', () => {
  expect(rows.length).toBeGreaterThanOrEqual(60)
  expect(new Set(rows.map((row) => `${row.country} ${row.case}`)).size).toBe(rows.length)
  for (const row of rows) expect(row.worked, row.case).toMatch(/\d/)
})

describe('as worked by hand', () => {
  test.each(rows)('$country: $case', (row) => {
    const { dueAt, amberAt, ...expected } = row.expected
    const deadline = reckoned(row)
    expect(deadline).toMatchObject({ ...expected, dueAt: dueAt && at(dueAt), amberAt: amberAt && at(amberAt) })
    const lines = deadline.days.map(({ day, reason, number }) => [day, reason, number ?? []].flat().join(' '))
    if (row.lines) expect(lines).toEqual(row.lines)
  })
})

describe('the day lines add up', () => {
  const inDays = rows.filter(({ limit }) => limit.unit === 'workingDays' || limit.unit === 'days')
  test.each(inDays)('$country: $case', (row) => {
    const { days, dayZero, dueDay, count } = reckoned(row)
    expect(days.map(({ day }) => day)).toEqual(days.map((_, index) => addDays(dayZero, index)))
    if (dueDay === null) return
    expect(days.at(-1)?.day).toBe(dueDay)
    const numbers = days.flatMap(({ number }) => number ?? [])
    expect(numbers).toEqual(Array.from({ length: count }, (_, index) => index + 1))
  })
})
