import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { isIn } from '../support/scripts.ts'
import { noRisk, WayOverHttp } from '../support/way-over-http.ts'

const LOOK =
  'query ($id: ID!, $l: Language) { case(id: $id) { timeline { at when(language: $l) text(language: $l) } } }'

describe.each(engineKinds)('the history in sentences on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())

  const lines = async (country: 'TH' | 'MM', id: string, l: string | null = null) =>
    (await api.ask(await way.key(country, 'focal'), LOOK, { id, l })).data.case.timeline as {
      when: string
      text: string
    }[]

  test('says who did what, with which result, when on both clocks, and what it opened', async () => {
    const id = await way.send('TH', 'MM')
    const [draft, , , sent] = await lines('TH', id, 'en')
    expect(draft?.when).toBe('2 March 2026, 09:00 (UTC+7), that is 2 March 2026, 08:30 (UTC+6:30)')
    expect(draft?.text).toMatch(
      /^drafting of the repatriation request: by .* \(liaison officer\), Thailand\. Now open: recording of consent\.$/,
    )
    expect(sent?.text).toMatch(/Result: sent\. Now open: acknowledgement of the request\.$/)
  })

  test('each side reads its own language, and no more than it may see', async () => {
    const id = await way.trace('TH', 'MM')
    await way.must(await way.key('TH', 'focal'), 'recordRiskAssessment', { caseId: id, ...noRisk, risk: 'manageable' })
    const [own, other] = [await lines('TH', id), await lines('MM', id)]
    for (const { text, when } of own) expect([isIn('th', text), isIn('th', when)]).toEqual([true, true])
    for (const { text, when } of other) expect([isIn('my', text), isIn('my', when)]).toEqual([true, true])
    expect(own.length - other.length).toBe(3)
    const manageable = (await lines('TH', id, 'en')).filter(({ text }) => text.includes('manageable'))
    expect(manageable).toHaveLength(1)
    expect(JSON.stringify(await lines('MM', id, 'en'))).not.toContain('manageable')
  })
})
