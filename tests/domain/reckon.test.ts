import { expect, test } from 'vitest'
import type { Calendar } from '../../server/domain/deadlines/calendar.ts'
import { reckon } from '../../server/domain/deadlines/reckon.ts'
import type { Day, Instant } from '../../server/domain/kernel/instant.ts'
import type { LimitUnit } from '../../server/domain/procedures/procedure.ts'

const basis = { status: 'assumed' as const, source: 'test' }
const off = (day: string) => [day as Day, { day: day as Day, label: {} as never, basis }] as const
const calendar: Calendar = {
  country: 'VN',
  zone: 'Asia/Ho_Chi_Minh',
  offsetMinutes: 420,
  weekend: [6, 7],
  holidays: new Map([off('2026-03-05')]),
  makeUpDays: new Map([off('2026-03-07'), off('2026-03-05')]),
  years: new Set([2026]),
}
const due = (count: number, unit: LimitUnit, now: string, stops: { from: string; until: string | null }[] = []) =>
  reckon({
    openedAt: '2026-03-02T02:00:00.000Z' as Instant,
    limit: { count, unit, basis },
    child: false,
    calendar,
    stops: stops as never,
    now: now as Instant,
  })
const START = '2026-03-02T02:00:00.000Z'

test('working days: day zero is not counted, a holiday wins over a make-up day, a make-up day on a weekend counts', () => {
  // Tue 3, Wed 4, (Thu 5 holiday), Fri 6, Sat 7 make-up
  expect(due(4, 'workingDays', START)).toMatchObject({ dueDay: '2026-03-07', dueAt: '2026-03-07T17:00:00.000Z' })
})
test('amber is the ceil(7n/10)-th counted day, red is past the due instant', () => {
  expect(due(4, 'workingDays', '2026-03-05T17:00:00.000Z').state).toBe('amber')
  expect(due(4, 'workingDays', '2026-03-05T16:59:59.999Z').state).toBe('on-time')
  expect(due(4, 'workingDays', '2026-03-07T17:00:00.001Z').state).toBe('red')
})
test('the day a stop begins is lost, the day it ends counts, a stop inside one day costs nothing', () => {
  const inside = [{ from: '2026-03-03T02:00:00.000Z', until: '2026-03-03T03:00:00.000Z' }]
  expect(due(2, 'workingDays', START, inside).dueDay).toBe('2026-03-04')
  const over = [{ from: '2026-03-03T02:00:00.000Z', until: '2026-03-04T03:00:00.000Z' }]
  expect(due(2, 'workingDays', '2026-03-04T04:00:00.000Z', over).dueDay).toBe('2026-03-06')
})
test('while stopped the due day is null and what remains is shown', () => {
  const open = [{ from: '2026-03-04T02:00:00.000Z', until: null }]
  expect(due(4, 'workingDays', '2026-03-09T02:00:00.000Z', open)).toMatchObject({
    dueDay: null,
    state: 'stopped',
    remaining: 3,
  })
})
test('hours run through nights, plus the union of stops; months end on the same day', () => {
  const two = [
    { from: '2026-03-02T10:00:00.000Z', until: '2026-03-02T12:00:00.000Z' },
    { from: '2026-03-02T11:00:00.000Z', until: '2026-03-02T13:00:00.000Z' },
  ]
  expect(due(24, 'hours', START, []).dueAt).toBe('2026-03-03T02:00:00.000Z')
  expect(due(24, 'hours', '2026-03-02T14:00:00.000Z', two).dueAt).toBe('2026-03-03T05:00:00.000Z')
  expect(due(1, 'months', START).dueDay).toBe('2026-04-02')
})
