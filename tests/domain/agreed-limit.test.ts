import { describe, expect, test } from 'vitest'
import { shippedProcedures } from '../../db/reference/read.ts'
import type { Day, Instant } from '../../server/domain/kernel/instant.ts'
import { limitIn, withLimit } from '../../server/domain/registers/limits.ts'
import { type LimitKind, type LimitProposal, limitKinds } from '../../server/domain/registers/register.ts'

const DAY = '2026-03-02' as Day

describe.each(shippedProcedures().map(({ procedure }) => [procedure.id, procedure] as const))(
  '%s',
  (_id, procedure) => {
    const [one, other] = procedure.pairs === 'any' ? (['KH', 'LA'] as const) : (procedure.pairs[0] as ['KH', 'LA'])
    const places = procedure.steps.flatMap(({ key }) =>
      limitKinds.flatMap((of) => {
        const now = limitIn(procedure, key, of)
        return now ? [{ key, of, now }] : []
      }),
    )
    const proposal = (key: (typeof places)[number]['key'], of: LimitKind, count: number): LimitProposal => ({
      requestingCountry: one,
      countryOfReturn: other,
      procedure: procedure.id,
      procedureVersion: procedure.version,
      step: key,
      of,
      unit: 'workingDays',
      count,
      childCount: null,
      proposedBy: one,
      proposedAt: '2026-03-02T02:00:00.000Z' as Instant,
      status: 'PROPOSED',
      agreedIn: null,
    })

    test('one number changes, and nothing else of the procedure', () => {
      expect(places.length).toBeGreaterThan(10)
      for (const { key, of, now } of places) {
        const next = withLimit(procedure, proposal(key, of, now.count + 1), DAY)
        expect(limitIn(next, key, of)).toMatchObject({
          count: now.count + 1,
          unit: now.unit,
          basis: { status: 'agreed' },
        })
        expect(limitIn(next, key, of)?.childCount).toBeUndefined()
        for (const place of places)
          if (place.key !== key || place.of !== of) expect(limitIn(next, place.key, place.of)).toEqual(place.now)
        const apart = ({ limit: _l, every: _e, before: _b, ...step }: (typeof next.steps)[number]) => step
        expect(next.steps.map(apart)).toEqual(procedure.steps.map(apart))
        expect([next.acts, next.instrument]).toEqual([procedure.acts, procedure.instrument])
      }
    })

    test('it is the next version of the pair, or the first of its own', () => {
      const [{ key, of }] = places as [(typeof places)[number]]
      const { id, version, pairs } = withLimit(procedure, proposal(key, of, 3), DAY)
      if (procedure.pairs === 'any')
        expect({ id, version, pairs }).toEqual({
          id: 'commit-mou-2004.kh-la',
          version: 1,
          pairs: [
            ['KH', 'LA'],
            ['LA', 'KH'],
          ],
        })
      else expect({ id, version, pairs }).toEqual({ id: procedure.id, version: 2, pairs: procedure.pairs })
    })
  },
)
