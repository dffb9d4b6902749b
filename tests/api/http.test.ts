import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'

describe.each(engineKinds)('requests on %s', (kind) => {
  let api: Api
  let key: string
  beforeAll(async () => {
    api = await Api.open(kind)
    key = await api.key('TH', 'liaison')
  })
  afterAll(() => api.close())

  const code = (answer: { errors: { extensions: { code: string } }[] }) => answer.errors[0]?.extensions.code

  test('says who is asking, in the language of the request, then of the account', async () => {
    const query = '{ viewer { account role roleLabel language office { name } country { name(language: en) } } }'
    const own = await api.ask(key, query)
    expect(own.errors).toBeUndefined()
    expect(own.data.viewer).toMatchObject({ role: 'LIAISON', language: 'th', country: { name: 'Thailand' } })
    expect(own.data.viewer.roleLabel).toBe('เจ้าหน้าที่ประสานงาน')
    expect(own.headers['content-language']).toBe('th')
    const english = await api.ask(key, query, {}, { 'accept-language': 'fr, *;q=0.9, en-GB;q=0.5, zh;q=0' })
    expect(english.data.viewer.roleLabel).toBe('liaison officer')
  })

  test('no key, a bad key and a revoked one are 401 in the language wished for', async () => {
    for (const authorization of ['', 'Bearer nonsense', 'Basic abc', `Bearer ${key}x`]) {
      const answer = await api.post('{"query":"{ viewer { account } }"}', { authorization, 'accept-language': 'th' })
      expect(answer.status).toBe(401)
      expect(code(answer)).toBe('UNAUTHENTICATED')
      expect(answer.errors[0].message).toMatch(/[\u0E00-\u0E7F]/)
    }
  })

  test('each broken request has its own code', async () => {
    const authorization = `Bearer ${key}`
    const send = (payload: string, headers: Record<string, string> = {}) =>
      api.post(payload, { authorization, ...headers })
    const nested = `${'['.repeat(21)}${']'.repeat(21)}`
    const deep = `{ case(id: "x") { handover ${'{ cases { handover '.repeat(6)}{ id }${' } }'.repeat(6)} } }`
    const long = `{ ${'viewer { account } '.repeat(300)} }`
    const found = async (answer: ReturnType<typeof send>) => {
      const { status, errors } = await answer
      return [status, errors?.[0]?.extensions.code]
    }
    expect(await found(send('{"query":'))).toEqual([400, 'BROKEN_JSON'])
    expect(await found(send('"text"'))).toEqual([400, 'BROKEN_JSON'])
    for (const body of ['{}', '[]', '[{"query":"{ viewer { account } }"}]', '{"query":1}'])
      expect([body, (await found(send(body)))[1]]).toEqual([body, 'BAD_REQUEST'])
    expect(await found(send(`{"query":"{ viewer { account } }","variables":{"a":${nested}}}`))).toEqual([
      400,
      'JSON_TOO_DEEP',
    ])
    expect(await found(send(JSON.stringify({ query: 'x'.repeat(100_001) })))).toEqual([413, 'BODY_TOO_LARGE'])
    expect(await found(send('query=x', { 'content-type': 'application/x-www-form-urlencoded' }))).toEqual([
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ])
    expect((await found(send(JSON.stringify({ query: '{ viewer {' }))))[1]).toBe('GRAPHQL_PARSE_FAILED')
    expect((await found(send(JSON.stringify({ query: '{ nothing }' }))))[1]).toBe('GRAPHQL_VALIDATION_FAILED')
    expect((await found(send(JSON.stringify({ query: long }))))[1]).toBe('TOO_MANY_TOKENS')
    expect((await found(send(JSON.stringify({ query: deep }))))[1]).toBe('QUERY_TOO_DEEP')
    expect((await found(send(JSON.stringify({ query: '{ cases(first: 101) { nodes { id } } }' }))))[1]).toBe(
      'PAGE_SIZE',
    )
    expect((await found(send(JSON.stringify({ query: '{ cases(after: "??") { nodes { id } } }' }))))[1]).toBe(
      'CURSOR_INVALID',
    )
    const variable = { query: 'query ($n: Int!) { cases(first: $n) { nodes { id } } }', variables: { n: 'many' } }
    expect((await found(send(JSON.stringify(variable))))[1]).toBe('BAD_USER_INPUT')
    const bare = await api.app.inject({ method: 'POST', url: '/graphql', headers: { authorization } })
    expect([bare.statusCode, bare.json().errors[0].extensions.code]).toEqual([415, 'UNSUPPORTED_MEDIA_TYPE'])
    const got = await api.app.inject({
      method: 'GET',
      url: '/graphql?query={viewer{account}}',
      headers: { authorization },
    })
    expect([got.statusCode, got.json().errors[0].extensions.code]).toEqual([405, 'METHOD_NOT_ALLOWED'])
  })

  test('carries the request id both ways, and makes one where none is given', async () => {
    const given = await api.post('{"query":"{ viewer { account } }"}', {
      authorization: `Bearer ${key}`,
      'x-request-id': '018f6a2e-7c1b-7d3a-9e4f-0123456789ab',
    })
    expect(given.headers['x-request-id']).toBe('018f6a2e-7c1b-7d3a-9e4f-0123456789ab')
    const made = await api.ask(key, '{ viewer { account } }')
    expect(made.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('health answers without a key', async () => {
    expect((await api.app.inject('/health/live')).statusCode).toBe(200)
    expect((await api.app.inject('/health/ready')).json()).toEqual({ status: 'ready' })
  })
})
