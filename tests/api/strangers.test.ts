import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'

const SCHEMA = '{ __schema { queryType { name } } }'
const TYPE = 'query ($name: String!) { __type(name: $name) { fields { name } } }'
const HIDDEN = 'fragment f on Query { __schema { queryType { name } } } { viewer { account } ...f }'
const MISSPELLED = [
  '{ vewer { account } }',
  '{ viewer { acount } }',
  '{ case(idd: "x") { id } }',
  '{ offices(country: TG) { nodes { id } } }',
]
const SUGGESTED = /Did you mean|viewer"|account"|TH/

describe.each(engineKinds)('what a stranger hears of the schema on %s', (kind) => {
  let api: Api
  beforeAll(async () => {
    api = await Api.open(kind)
  })
  afterAll(() => api.close())

  const codes = async (key: string) => {
    const answers = [await api.ask(key, SCHEMA), await api.ask(key, TYPE, { name: 'Case' }), await api.ask(key, HIDDEN)]
    return answers.map(({ errors, data }) => errors?.[0].extensions.code ?? typeof data)
  }
  const READ = ['object', 'object', 'object']
  const REFUSED = ['INTROSPECTION_REFUSED', 'INTROSPECTION_REFUSED', 'INTROSPECTION_REFUSED']
  const suggestions = async (key: string) => {
    const texts: string[] = []
    for (const query of MISSPELLED) texts.push((await api.ask(key, query, {}, { 'accept-language': 'en' })).text)
    return texts.filter((text) => SUGGESTED.test(text)).length
  }

  test('without a key nothing is read, not even whether a query is one', async () => {
    for (const query of ['{ __typename }', SCHEMA, '{', '{ nothing }']) {
      const { status, errors } = await api.post(JSON.stringify({ query }), {})
      expect([status, errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
    }
  })
  test('the schema is for the operator and for administrators; others are refused, also after these have asked', async () => {
    const [officer, admin, operator] = [
      await api.key('TH', 'liaison'),
      await api.key('TH', 'admin'),
      await api.keyOf('operator'),
    ]
    for (let times = 0; times < 4; times += 1) {
      expect(await codes(officer)).toEqual(REFUSED)
      expect(await codes(admin)).toEqual(READ)
      expect(await codes(operator)).toEqual(READ)
    }
    expect((await api.ask(officer, '{ __typename viewer { __typename } }')).errors).toBeUndefined()
  })
  test('a misspelled name brings up no other, in a query or in a variable', async () => {
    expect(await suggestions(await api.keyOf('operator'))).toBe(MISSPELLED.length)
    const officer = await api.key('TH', 'liaison')
    expect(await suggestions(officer)).toBe(0)
    const ask = 'query ($c: CountryCode) { offices(country: $c) { nodes { id } } }'
    const { errors } = await api.ask(officer, ask, { c: 'TG' }, { 'accept-language': 'en' })
    expect(errors[0].extensions.code).toBe('BAD_USER_INPUT')
    expect(errors[0].message).not.toMatch(SUGGESTED)
  })
  test('the whole schema once is within the limits; in circles or twice it is not', async () => {
    const operator = await api.keyOf('operator')
    const code = async (query: string) => (await api.ask(operator, query)).errors?.[0].extensions.code
    expect(await code('{ __schema { types { name fields { name type { name } } } } }')).toBeUndefined()
    expect(await code('{ __schema { types { fields { type { fields { name } } } } } }')).toBe('QUERY_TOO_DEEP')
    expect(await code('{ a: __schema { types { name } } b: __schema { types { name } } }')).toBe('QUERY_TOO_COSTLY')
  })
  test('in a demo everybody reads the schema', async () => {
    Object.assign(api.service, { fictitious: true })
    const officer = await api.key('TH', 'liaison')
    expect([await codes(officer), await suggestions(officer)]).toEqual([READ, MISSPELLED.length])
    Object.assign(api.service, { fictitious: false })
  })
})
