import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, isWorkingDay } from '../../server/domain/deadlines/calendar.ts'
import { climb, type Ladder } from '../../server/domain/deadlines/ladder.ts'
import { addDays, type Day, endOfDay, type Instant, localDay, plus } from '../../server/domain/kernel/instant.ts'

const basis = { status: 'assumed' as const, source: 'test' }
const FIRST = '2026-01-01' as Day
const ladder: Ladder = {
  levels: [
    { level: 1, workingDaysAfter: 0 },
    { level: 2, workingDaysAfter: 5 },
    { level: 3, workingDaysAfter: 20 },
  ],
  basis,
}
const calendars = fc
  .record({
    off: fc.uniqueArray(fc.integer({ min: 0, max: 150 }), { maxLength: 25 }),
    offsetMinutes: fc.constantFrom(390, 420, 480),
  })
  .map(({ off, offsetMinutes }): Calendar => {
    const days = off.map((offset) => addDays(FIRST, offset))
    const holidays = new Map(days.map((day) => [day, { day, label: {} as never, basis }]))
    return {
      country: 'MM',
      zone: 'test',
      offsetMinutes,
      weekend: [6, 7],
      holidays,
      makeUpDays: new Map(),
      years: new Set(),
    }
  })
const dueDays = fc.integer({ min: 0, max: 60 }).map((offset) => addDays(FIRST, offset))
const minutes = fc.integer({ min: -3_000, max: 100_000 })
const due = (calendar: Calendar, dueDay: Day) => ({ dueDay, dueAt: endOfDay(dueDay, calendar.offsetMinutes) })

describe('the ladder of an overdue step', () => {
  test('a level is reached once so many working days have wholly passed since the due day', () => {
    fc.assert(
      fc.property(calendars, dueDays, minutes, (calendar, dueDay, later) => {
        const owed = due(calendar, dueDay)
        const now = plus(owed.dueAt, later * 60_000 + 1)
        let passed = 0
        const today = localDay(plus(now, -1), calendar.offsetMinutes)
        for (let day = addDays(dueDay, 1); day < today; day = addDays(day, 1))
          if (isWorkingDay(calendar, day)) passed += 1
        const wanted = now <= owed.dueAt ? 0 : passed >= 20 ? 3 : passed >= 5 ? 2 : 1
        expect(climb(ladder, calendar, owed, now).level).toBe(wanted)
      }),
    )
  })

  test('looked at when it says, it is never looked at twice for nothing, and ends', () => {
    fc.assert(
      fc.property(calendars, dueDays, (calendar, dueDay) => {
        const owed = due(calendar, dueDay)
        const looks: number[] = []
        for (let next: Instant | null = owed.dueAt; next !== null; ) {
          // A moment after: at the instant itself nothing is reached yet.
          expect(climb(ladder, calendar, owed, next).next).toBe(next)
          const found = climb(ladder, calendar, owed, plus(next, 1))
          looks.push(found.level)
          next = found.next
        }
        expect(looks).toEqual([1, 2, 3])
      }),
    )
  })

  test('each level keeps the instant at which it was reached, however late it is found', () => {
    fc.assert(
      fc.property(calendars, dueDays, minutes, (calendar, dueDay, later) => {
        const owed = due(calendar, dueDay)
        const early = climb(ladder, calendar, owed, plus(owed.dueAt, later * 60_000))
        const late = climb(ladder, calendar, owed, plus(owed.dueAt, 400 * 24 * 3_600_000))
        expect(late.reached.slice(0, early.reached.length)).toEqual(early.reached)
        expect(late.reached.map(({ at }) => at)).toEqual(late.reached.map(({ at }) => at).toSorted())
      }),
    )
  })
})
