import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { globalId } from '../../schema/global-id.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { scripts } from '../support/scripts.ts'
import { stored } from '../support/stored.ts'
import { profile } from '../support/way-home.ts'

const cursor = (text: string) => Buffer.from(text).toString('base64url')
/** Letters, marks and signs that no id, cursor, code or key is made of. */
const STRANGE = [
  '\u0000',
  'a\u0000b',
  '\u001b[2J',
  '\ud800',
  '\udfff\ud800',
  '\u200b',
  'ก็',
  'ខ្មែរ',
  'ລາວ',
  'မြန်မာ',
  'Việt',
  '汉字',
  '🛂',
  '__proto__',
  "' or 1=1 --",
]
const NODE = 'query ($id: ID!) { node(id: $id) { id } case(id: $id) { id } handover(id: $id) { id } }'

describe.each(engineKinds)('broken requests on %s', (kind) => {
  let api: Api
  let key: string
  beforeAll(async () => {
    api = await Api.open(kind)
    key = await api.key('TH', 'liaison')
  })
  afterAll(() => api.close())

  const codeOf = ({ errors }: { errors: { extensions: { code: string } }[] | undefined }) =>
    errors?.[0]?.extensions.code

  test('an id made of anything is the id of nothing', async () => {
    for (const text of STRANGE)
      for (const id of [
        text,
        cursor(text),
        globalId('Case', text),
        globalId('Handover', text),
        globalId('Procedure', text),
      ]) {
        const { data, errors } = await api.ask(key, NODE, { id })
        expect({ id, data, errors }).toEqual({
          id,
          data: { node: null, case: null, handover: null },
          errors: undefined,
        })
      }
  })
  test('a reference made of anything is that of no case', async () => {
    for (const reference of [...STRANGE, 'x'.repeat(90_000), '๒'.repeat(20_000)]) {
      const { data, errors } = await api.ask(key, 'query ($r: String) { case(reference: $r) { id } }', { r: reference })
      expect([data, errors]).toEqual([{ case: null }, undefined])
    }
  })
  test('a cursor made of anything is no place in a list', async () => {
    for (const list of ['cases', 'myWork', 'offices'])
      for (const text of [
        ...STRANGE.map(cursor),
        ...STRANGE,
        cursor('["\\u0000","a","b"]'),
        cursor('["\\ud800","a","b"]'),
      ]) {
        const answer = await api.ask(key, `query ($after: String) { ${list}(after: $after) { edges { cursor } } }`, {
          after: text,
        })
        expect([list, text, codeOf(answer) ?? answer.data[list].edges]).toEqual([
          list,
          text,
          expect.toSatisfy((found) => found === 'CURSOR_INVALID' || found.length === 0),
        ])
      }
  })
  test('numbers below, above and beyond', async () => {
    const first = async (number: unknown) =>
      codeOf(await api.ask(key, 'query ($n: Int) { cases(first: $n) { nodes { id } } }', { n: number }))
    for (const number of [0, -1, 101, 2_147_483_647]) expect(await first(number)).toBe('PAGE_SIZE')
    for (const number of [2_147_483_648, 1e308, 1.5, '25', true, [], {}])
      expect(await first(number)).toBe('BAD_USER_INPUT')
    const act = (expectedVersion: unknown) =>
      api.ask(
        key,
        'mutation ($input: SubmitForReviewInput!) { submitForReview(input: $input) { problems { code } } }',
        {
          input: { caseId: 'x', idempotencyKey: api.idempotencyKey(), expectedVersion },
        },
      )
    expect((await act(-1)).data.submitForReview.problems).toEqual([{ code: 'NOT_FOUND' }])
    for (const version of [2 ** 31, null, '1', 0.5]) expect(codeOf(await act(version))).toBe('BAD_USER_INPUT')
  })
  test('what does not fit the schema is the caller’s fault, and said in the caller’s letters', async () => {
    const requests: [object, string][] = [
      [{ query: 'query ($id: ID = "x") { node(id: $id) { id } }', variables: { id: null } }, 'BAD_USER_INPUT'],
      [{ query: '{ case { id } }' }, 'BAD_USER_INPUT'],
      [{ query: '{ case(id: "x", reference: "y") { id } }' }, 'BAD_USER_INPUT'],
      [{ query: 'query A { viewer { account } }', operationName: 'ก' }, 'BAD_USER_INPUT'],
      [
        { query: 'mutation ($input: Nothing!) { draftRequest(input: $input) { problems { code } } }' },
        'GRAPHQL_VALIDATION_FAILED',
      ],
      [{ query: '{ codeLists(list: 5) { nodes { id } } }' }, 'GRAPHQL_VALIDATION_FAILED'],
      ...['ผู้เสียหาย', 'ជនរងគ្រោះ', 'ຜູ້ຖືກເຄາະຮ້າຍ', 'လူကုန်ကူးခံရသူ', 'nạn nhân', '受害者', '\u0000'].map(
        (nonsense): [object, string] => [{ query: nonsense }, 'GRAPHQL_PARSE_FAILED'],
      ),
    ]
    const before = await stored(api.engine)
    for (const [request, code] of requests)
      for (const [language, letters] of Object.entries(scripts)) {
        const answer = await api.post(JSON.stringify(request), {
          authorization: `Bearer ${key}`,
          'accept-language': language,
        })
        expect([request, codeOf(answer)]).toEqual([request, code])
        expect(answer.errors[0].message).toMatch(letters)
      }
    expect(await stored(api.engine)).toEqual(before)
  })
  test('bodies that are no request', async () => {
    const bodies: [string, string][] = [
      ['', 'BROKEN_JSON'],
      ['{', 'BROKEN_JSON'],
      ['null', 'BROKEN_JSON'],
      ['"\\ud800"', 'BROKEN_JSON'],
      ['\u0000', 'BROKEN_JSON'],
      ['[{"query":"{ viewer { account } }"}]', 'BAD_REQUEST'],
      ['{"query":5}', 'BAD_REQUEST'],
      ['{"query":"{ viewer { account } }","variables":"x"}', 'BAD_REQUEST'],
      ['{"query":"{ viewer { account } }","__proto__":{"query":"x"}}', 'BAD_REQUEST'],
    ]
    for (const [body, code] of bodies) {
      const answer = await api.post(body, { authorization: `Bearer ${key}`, 'accept-language': 'km' })
      expect([body, answer.status, codeOf(answer)]).toEqual([body, 400, code])
      expect(answer.errors[0].message).toMatch(scripts.km)
    }
  })
  test('a key that is none does nothing', async () => {
    const before = await stored(api.engine)
    for (const idempotencyKey of [
      ...STRANGE,
      'x'.repeat(15),
      'x'.repeat(65),
      'ก'.repeat(20),
      ' '.repeat(20),
      'x'.repeat(50_000),
    ]) {
      const { noun, problems } = await api.act(key, 'draftRequest', {
        countryOfReturn: 'LA',
        ...profile,
        idempotencyKey,
      })
      expect([noun, problems[0]?.code]).toEqual([null, 'IDEMPOTENCY_KEY_INVALID'])
    }
    expect(await stored(api.engine)).toEqual(before)
  })
})
