import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Calendar } from '../../server/domain/deadlines/calendar.ts'
import { reckon } from '../../server/domain/deadlines/reckon.ts'
import { addDays, type Day, type Instant, instantOf, localDay, weekday } from '../../server/domain/kernel/instant.ts'

const basis = { status: 'assumed' as const, source: 'test' }
const FIRST = '2026-01-01' as Day
const special = (offsets: readonly number[]) =>
  new Map(offsets.map((offset) => [addDays(FIRST, offset), { day: addDays(FIRST, offset), label: {} as never, basis }]))

const calendars = fc
  .record({
    holidays: fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 25 }),
    makeUps: fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 10 }),
    offsetMinutes: fc.constantFrom(390, 420, 480),
  })
  .map(
    ({ holidays, makeUps, offsetMinutes }): Calendar => ({
      country: 'CN',
      zone: 'test',
      offsetMinutes,
      weekend: [6, 7],
      holidays: special(holidays),
      makeUpDays: special(makeUps),
      years: new Set([2026]),
    }),
  )
const instants = fc.integer({ min: Date.parse(FIRST), max: Date.parse('2026-06-01') }).map(instantOf)

/** The convention of model.md, said once more in the plainest way: the n-th working day after day zero. */
function byHand({ holidays, makeUpDays, offsetMinutes }: Calendar, openedAt: Instant, count: number): Day {
  let day = localDay(openedAt, offsetMinutes)
  for (let left = count; left > 0; ) {
    day = addDays(day, 1)
    const works = !holidays.has(day) && (weekday(day) < 6 || makeUpDays.has(day))
    if (works) left -= 1
  }
  return day
}

test('whatever the calendar, the due day is the n-th working day after day zero, at 24:00 local', () => {
  fc.assert(
    fc.property(calendars, instants, fc.integer({ min: 1, max: 60 }), (calendar, openedAt, count) => {
      const limit = { count, unit: 'workingDays' as const, basis }
      const deadline = reckon({ openedAt, limit, child: false, calendar, stops: [], now: openedAt })
      expect(deadline.dueDay).toBe(byHand(calendar, openedAt, count))
      expect(localDay(deadline.dueAt as Instant, calendar.offsetMinutes)).toBe(addDays(deadline.dueDay as Day, 1))
      expect(deadline.days.filter(({ number }) => number !== null)).toHaveLength(count)
    }),
  )
})

test('a stop never brings the due day forward, and an open stop leaves none', () => {
  fc.assert(
    fc.property(
      calendars,
      instants,
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: 40 * 24 }),
      (calendar, openedAt, count, hours) => {
        const limit = { count, unit: 'workingDays' as const, basis }
        const until = instantOf(Date.parse(openedAt) + hours * 3_600_000)
        const clock = { openedAt, limit, child: false, calendar, now: until }
        const without = reckon({ ...clock, stops: [] })
        const stopped = reckon({ ...clock, stops: [{ from: openedAt, until }] })
        expect((stopped.dueDay as Day) >= (without.dueDay as Day)).toBe(true)
        expect(reckon({ ...clock, stops: [{ from: openedAt, until: null }] }).dueDay).toBeNull()
      },
    ),
  )
})
