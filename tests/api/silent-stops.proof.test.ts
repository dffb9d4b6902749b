import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Language } from '../../server/domain/kernel/language.ts'
import { runDueJobs } from '../../server/jobs/due-jobs.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { tryEveryAct } from '../support/every-mutation.ts'
import { sampled, seed } from '../support/sample.ts'
import { type End, silentEnds } from '../support/silent-ends.ts'
import { draftOf, receivers, walkTo } from '../support/step-by-step.ts'
import { toldAbout } from '../support/told.ts'
import { type Twin, Twins } from '../support/twins.ts'
import { at } from '../support/way-home.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

const BOTH: readonly Language[] = ['en', 'lo']

describe.each(engineKinds)(`cases that end without a word (SEED=${seed}), on %s`, (kind) => {
  let api: Api
  let way: WayOverHttp
  // Each time in a store of its own: the lists are read whole, and hold the twins alone.
  beforeEach(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterEach(() => api.close())

  const end = async ({ caseId, handoverId }: Twin, acts: End) => {
    for (const [officer, name, input] of acts) {
      const onList = name === 'recordDepartureCheck' ? { handoverId } : {}
      await way.must(await way.key(...officer), name, { caseId, ...onList, ...input })
    }
  }

  test.each(sampled(silentEnds, 4, kind))(
    'ended after %s they look the same to the other side',
    {
      timeout: 600_000,
    },
    async (when, ends) => {
      const all: Twin[] = []
      for (const why of Object.keys(ends)) all.push({ why, caseId: await draftOf(way), names: new Map() })
      const theDay = when === 'the day has come'
      await walkTo(way, theDay ? 'handover agreed' : when, all)
      if (theDay) api.clock.set(at('2026-03-30T01:00:00.000Z'))
      const twins = new Twins(way, all, ['TH', 'focal'])
      const [own, focal] = [await way.key('TH', 'focal'), await way.key('LA', 'focal')]
      const toFocal = (twin: Twin) => toldAbout(api, focal, twin, ['en'])
      // They are twins: only what ends them differs.
      await twins.alike('before', toFocal)
      api.later(1)
      for (const twin of all) await end(twin, ends[twin.why] ?? [])

      await twins.alikeTo(receivers, BOTH)
      expect(await twins.alike('focal', toFocal)).toContain('"NOT_PROCEEDING"')
      // Who made them sees what was done: the comparison is able to see it.
      expect(new Set(await twins.each((twin) => toldAbout(api, own, twin, ['en']))).size).toBe(all.length)

      // Nor does trying tell, on the present version or on an old one.
      for (const [country, role, office] of receivers) {
        const key = await way.key(country, role, office)
        const except = role === 'focal' ? (['proposeClosure'] as const) : []
        await twins.alike(`${role} trying`, async (twin) => {
          const tried = await tryEveryAct(api, key, { ...twin, other: 'TH' }, except)
          for (const { name, answer } of tried) expect(answer, `${role} ${name}`).toMatchObject({ noun: null })
          const stale = { caseId: twin.caseId, expectedVersion: 1, reason: 'duplicate' }
          const list = twin.handoverId ? { handoverId: twin.handoverId, expectedVersion: 0 } : null
          const old = [await api.act(key, 'refuseReturn', stale), list && (await api.act(key, 'confirmHandover', list))]
          return JSON.stringify([tried, old])
        })
      }

      // Nor does time: what is left to do becomes overdue and climbs the ladder for all of them alike.
      api.later(24 * 60)
      await runDueJobs(api.service)
      await twins.alikeTo(receivers.slice(0, 1), ['en'])
      await twins.alikeInLists('taskforce', await way.key('LA', 'taskforce'), ['en'])

      // Nor does the end.
      for (const { caseId } of all) await way.must(focal, 'proposeClosure', { caseId, reason: 'not-proceeding' })
      await twins.alikeTo(receivers.slice(0, 3), ['en'])
      for (const { caseId } of all) await way.must(own, 'closeCase', { caseId })
      await twins.alikeTo(receivers.slice(0, 1), ['en'])
    },
  )
})
