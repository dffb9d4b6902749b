import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { consent } from '../support/way-home.ts'
import { girl, girlsConsent, noRisk, toFamily, WayOverHttp } from '../support/way-over-http.ts'

const CONSENT = `query ($id: ID!) { case(id: $id) { version
  consent { share { code } return { code } traceFamily { code } followUp { code } statistics { code } guardian { code }
    childView { code } language { code } interpreter { code } givenOn }
  journal { action step result values { name values } } steps { key status } } }`
type Value = { readonly name: string; readonly values: readonly string[] }
type Entry = { readonly action: string; readonly step: string | null; readonly values: readonly Value[] }

describe.each(engineKinds)('what crosses of consent and findings, on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())

  const seenBy = async (country: CountryCode, id: string) =>
    (await api.ask(await way.key(country, 'focal'), CONSENT, { id })).data.case
  const shared = ['share', 'return', 'traceFamily', 'followUp']

  test('a consent recorded anew after sending shows the other side the purposes it needs, and no more', async () => {
    const id = await way.send('TH', 'LA', girl, girlsConsent)
    const anew = { ...consent, ...girlsConsent, followUp: 'refused', statistics: 'refused', childView: 'undecided' }
    await way.must(await way.key('TH', 'liaison'), 'recordConsent', { caseId: id, ...anew })
    const [own, other] = [await seenBy('TH', id), await seenBy('LA', id)]
    expect(own.consent).toMatchObject({
      interpreter: { code: 'used' },
      language: { code: 'lo' },
      givenOn: '2026-03-02',
    })
    const given = Object.entries(other.consent).filter(([, value]) => value !== null)
    expect(given.map(([name]) => name)).toEqual(shared)
    const entry = (journal: Entry[]) => journal.findLast(({ action }) => action === 'RECORD_CONSENT')
    expect(entry(other.journal)?.values.map(({ name }) => name)).toEqual(shared)
    expect(entry(own.journal)?.values.length).toBeGreaterThan(shared.length)
    for (const secret of ['statistics', 'undecided', 'interpreter', 'guardian'])
      expect(JSON.stringify(other.journal)).not.toContain(secret)
  })

  test('best interests that were put off were not decided: the other side sees nothing of it', async () => {
    const id = await way.trace('TH', 'KH', girl, girlsConsent)
    await way.must(await way.key('TH', 'focal'), 'recordRiskAssessment', { caseId: id, ...noRisk })
    const before = await seenBy('KH', id)
    const guardian = await way.key('TH', 'guardian')
    await way.must(guardian, 'recordBestInterests', { caseId: id, ...toFamily, outcome: 'defer' })
    expect(await seenBy('KH', id)).toEqual(before)
    expect((await seenBy('TH', id)).journal.at(-1).result).toBe('defer')
    await way.must(guardian, 'recordBestInterests', { caseId: id, ...toFamily })
    const last = (await seenBy('KH', id)).journal.at(-1)
    expect(last).toEqual({
      action: 'RECORD_BEST_INTERESTS',
      step: 'determine-best-interests',
      result: null,
      values: [],
    })
  })
})
