import { describe, expect, test } from 'vitest'
import { shippedProcedures } from '../../db/reference/read.ts'
import { readWorld } from '../../db/reference/world.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { Instant } from '../../server/domain/kernel/instant.ts'
import { isNight } from '../../server/domain/retention/night.ts'
import type { RetentionRules } from '../../server/domain/retention/rules.ts'
import { abandonedFrom, isBlocked, onRequest, scheduleOf } from '../../server/domain/retention/schedule.ts'
import type { World } from '../../server/domain/world.ts'

const shipped = readWorld(shippedProcedures().map(({ procedure }) => procedure))
const corridor = { requestingCountry: 'TH', countryOfReturn: 'MM' } as const
const at = (text: string) => text as Instant

interface Numbers {
  readonly block?: number
  readonly least?: number
  readonly most?: number
  readonly request?: number | null
  readonly draft?: number
}
/** The shipped world with other numbers for some countries. */
function withRules(numbers: Partial<Record<CountryCode, Numbers>>): World {
  const retention = new Map(shipped.retention)
  for (const [country, one] of Object.entries(numbers) as [CountryCode, Numbers][]) {
    const rules = shipped.retention.get(country) as RetentionRules
    const counted = (count: number) => ({ count, basis: rules.blockAfterDays.basis })
    const { block = 90, least = 6, most = 24, request = 6, draft = 12 } = one
    retention.set(country, {
      ...rules,
      blockAfterDays: counted(block),
      keepAtLeastMonths: counted(least),
      eraseAfterMonths: counted(most),
      onRequest: { ...rules.onRequest, allowed: request !== null, afterMonths: request ?? 0 },
      abandonedDraftMonths: counted(draft),
    })
  }
  return { ...shipped, retention }
}

describe('when a closed case goes, worked by hand', () => {
  const erased = (numbers: Parameters<typeof withRules>[0], closedAt: string) => {
    const { day, country } = scheduleOf(withRules(numbers), corridor, at(closedAt)).erased
    return `${day} ${country}`
  }

  test.each<[string, Parameters<typeof withRules>[0], string, string]>([
    // Both the same: Thailand is half an hour ahead of Myanmar, so its day begins first.
    ['both alike: the day that begins first', {}, '2026-03-02T02:00:00.000Z', '2028-03-02 TH'],
    ['the shorter maximum', { MM: { most: 18 } }, '2026-03-02T02:00:00.000Z', '2027-09-02 MM'],
    ['a longer minimum beats it', { TH: { least: 30 }, MM: { most: 18 } }, '2026-03-02T02:00:00.000Z', '2028-09-02 TH'],
    ['also against its own maximum', { TH: { least: 36, most: 24 } }, '2026-03-02T02:00:00.000Z', '2029-03-02 TH'],
    ['from a leap day: the last day of February', {}, '2028-02-29T05:00:00.000Z', '2030-02-28 TH'],
    [
      'six months after the 31st: the last of the month',
      { MM: { most: 6 } },
      '2026-08-31T05:00:00.000Z',
      '2027-02-28 MM',
    ],
    ['to a leap day', { MM: { most: 18 } }, '2026-08-31T05:00:00.000Z', '2028-02-29 MM'],
    ['over the end of the year', { TH: { most: 13 } }, '2026-12-15T05:00:00.000Z', '2028-01-15 TH'],
    // 17:10 UTC is 00:10 of the next day in Thailand and 23:40 of the same day in Myanmar.
    ['each country on its own clock', {}, '2026-03-02T17:10:00.000Z', '2028-03-02 MM'],
  ])('%s', (_what, numbers, closedAt, expected) => {
    expect(erased(numbers, closedAt)).toBe(expected)
  })

  test('a day begins at midnight of the country whose rule decided', () => {
    const { blocked, erased: end } = scheduleOf(
      withRules({ MM: { block: 30 } }),
      corridor,
      at('2026-03-02T02:00:00.000Z'),
    )
    expect(blocked).toEqual({ day: '2026-04-01', from: '2026-03-31T17:30:00.000Z', country: 'MM' })
    expect(end).toEqual({ day: '2028-03-02', from: '2028-03-01T17:00:00.000Z', country: 'TH' })
  })

  test('it is blocked from that instant on, and an open case never is', () => {
    const world = withRules({ MM: { block: 30 } })
    const closedAt = at('2026-03-02T02:00:00.000Z')
    expect(isBlocked(world, corridor, closedAt, at('2026-03-31T17:29:59.999Z'))).toBe(false)
    expect(isBlocked(world, corridor, closedAt, at('2026-03-31T17:30:00.000Z'))).toBe(true)
    expect(isBlocked(world, corridor, null, at('2099-01-01T00:00:00.000Z'))).toBe(false)
  })

  test('it is never blocked later than it is erased', () => {
    const { blocked, erased: end } = scheduleOf(
      withRules({ TH: { block: 400, least: 0 }, MM: { block: 400, least: 0, most: 1 } }),
      corridor,
      at('2026-03-02T02:00:00.000Z'),
    )
    expect(blocked).toEqual(end)
  })
})

describe('what a person’s request changes', () => {
  const closedAt = at('2026-03-02T02:00:00.000Z')
  const asked = (numbers: Parameters<typeof withRules>[0]) => onRequest(withRules(numbers), corridor, closedAt)

  test.each<[string, Parameters<typeof withRules>[0], object]>([
    ['both allow it after six months', {}, { erased: { day: '2026-09-02' } }],
    ['the later of the two', { MM: { request: 9 } }, { erased: { day: '2026-12-02', country: 'MM' } }],
    [
      'not before the longer minimum',
      { MM: { least: 12, request: 0 } },
      { erased: { day: '2027-03-02', country: 'MM' } },
    ],
    [
      'a law that allows none keeps it to the end',
      { MM: { request: null } },
      { keptUntil: { day: '2028-03-02', country: 'MM' } },
    ],
    [
      'where it would bring nothing, it is kept to the end',
      { MM: { request: 24 } },
      { keptUntil: { day: '2028-03-02', country: 'MM' } },
    ],
  ])('%s', (_what, numbers, expected) => {
    expect(asked(numbers)).toMatchObject(expected)
  })
})

test('a draft is abandoned by the rule of the country that wrote it, on its own clock', () => {
  const world = withRules({ TH: { draft: 3 } })
  // 17:10 UTC on 29 November is 30 November in Thailand; three months later February has 28 days.
  expect(abandonedFrom(world, 'TH', at('2026-11-29T17:10:00.000Z'))).toBe('2027-02-27T17:00:00.000Z')
})

test('it is night in all six countries when files are written anew', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => `2026-03-02T${String(hour).padStart(2, '0')}:30:00.000Z`)
  const nightly = hours.filter((one) => isNight(at(one)))
  expect(nightly).toHaveLength(3)
  for (const one of nightly)
    for (const { offsetMinutes } of shipped.countries.values()) {
      const local = new Date(Date.parse(one) + offsetMinutes * 60_000).getUTCHours()
      expect([one, local >= 0 && local < 5]).toEqual([one, true])
    }
})

test('every country has rules, and all of them say that they are assumed', () => {
  expect([...shipped.retention.keys()].sort()).toEqual(['CN', 'KH', 'LA', 'MM', 'TH', 'VN'])
  for (const rules of shipped.retention.values())
    for (const { basis } of [
      rules.blockAfterDays,
      rules.keepAtLeastMonths,
      rules.eraseAfterMonths,
      rules.onRequest,
      rules.abandonedDraftMonths,
    ])
      expect(basis.status).toBe('assumed')
})
