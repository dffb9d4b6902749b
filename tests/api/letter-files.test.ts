import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { plus } from '../../server/domain/kernel/instant.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { pdfPages } from '../support/pdf-text.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

const QUERY = `query ($id: ID!, $language: Language) {
  case(id: $id) { reference letters { kind receipt { id } pdf(language: $language) { path until } } }
}`
const READINGS = 'query ($id: ID!) { disclosureLog(caseId: $id, first: 50) { nodes { how } } }'

describe.each(engineKinds)('letters as files on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const fetched = (path: string) => api.app.inject({ method: 'GET', url: path })
  const sent = async (key: string, id: string, language?: string): Promise<Looked> => {
    const { data } = await api.ask(key, QUERY, { id, language })
    return { reference: data.case.reference, ...data.case.letters.at(-1) }
  }

  test('a request is fetched in both languages, with its reference and its receipt, and twice the same', async () => {
    const id = await way.send('TH', 'LA')
    const key = await way.key('LA', 'focal')
    const letter = await sent(key, id)
    expect(letter.pdf.until).toBe(plus(START, 5 * 60_000))
    const answer = await fetched(letter.pdf.path)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename="${letter.reference} repatriation-request.pdf"`,
    })
    const text = (await pdfPages(answer.rawPayload)).join('\n')
    expect(text).toContain(letter.reference)
    expect(text).toContain(letter.receipt.id)
    expect((await fetched((await sent(key, id)).pdf.path)).rawPayload).toEqual(answer.rawPayload)
    const english = (await pdfPages((await fetched((await sent(key, id, 'en')).pdf.path)).rawPayload)).join('\n')
    expect(english).toContain('Repatriation request')
  })

  test('who fetched it is in the log of the privacy officers', async () => {
    const id = await way.send('TH', 'LA')
    const letter = await sent(await way.key('LA', 'focal'), id)
    await fetched(letter.pdf.path)
    await api.service.readings.flush()
    const { data } = await api.ask(await way.key('LA', 'privacy'), READINGS, { id })
    expect(data.disclosureLog.nodes.map((one: Looked) => one.how)).toContain('LETTER')
  })

  test('a link ends after five minutes, with its key, and when it is changed by a letter', async () => {
    const id = await way.send('TH', 'LA')
    const key = await api.key('TH', 'liaison', 3)
    const { path } = (await sent(key, id)).pdf
    const middle = Math.floor(path.length / 2)
    const changed = path.slice(0, middle) + (path[middle] === 'a' ? 'b' : 'a') + path.slice(middle + 1)
    for (const wrong of [changed, '/letters/x', `/letters/${'a'.repeat(3000)}`])
      expect((await fetched(wrong)).statusCode).toBe(410)
    expect((await fetched(path)).statusCode).toBe(200)
    api.clock.set(plus(START, 5 * 60_000))
    const ended = await fetched(path)
    expect(ended.statusCode).toBe(410)
    expect(ended.json().errors[0]).toMatchObject({ extensions: { code: 'LINK_ENDED' } })
  })

  test('what its owner may no longer see is not fetched: the letters of a case that was forwarded', async () => {
    const id = await way.send('TH', 'LA')
    const focal = await way.key('LA', 'focal')
    await way.must(focal, 'acknowledgeRequest', { caseId: id })
    const { path } = (await sent(focal, id)).pdf
    const expectedVersion = await way.version(focal, id)
    const onward = { caseId: id, expectedVersion, to: 'MM', reason: 'not-competent' }
    expect((await api.act(focal, 'forwardRequest', onward)).problems).toEqual([])
    expect((await fetched(path)).statusCode).toBe(410)
  })
})
