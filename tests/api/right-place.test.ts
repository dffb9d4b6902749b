import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { graphiql } from '../../server/http/graphiql.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}

describe.each(engineKinds)('where a request comes from on %s', (kind) => {
  let api: Api
  let key: string
  let app: ReturnType<typeof buildApp>
  beforeAll(async () => {
    api = await Api.open(kind)
    key = await api.key('TH', 'liaison')
  })
  afterEach(() => app.close())
  afterAll(() => api.close())

  const open = (place: { HOST?: string; PUBLIC_URL?: string } = {}) => {
    app = buildApp(api.service, { LOG_LEVEL: 'silent', TRUST_PROXY: false, ...place })
  }
  const post = (headers: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, ...headers },
      payload: '{"query":"{ viewer { account } }"}',
    })
  const found = async (headers: Record<string, string>) => {
    const answer = await post(headers)
    return answer.json().errors?.[0].extensions.code ?? answer.statusCode
  }

  test('every answer carries the headers, whatever it is', async () => {
    open({ PUBLIC_URL: 'https://liaison.example' })
    graphiql(app)
    const answers = [
      await post({ host: 'liaison.example' }),
      await post({ host: 'liaison.example', authorization: 'Bearer no' }),
      await post({ host: 'elsewhere.example' }),
      await app.inject({ url: '/nothing/here', headers: { host: 'liaison.example' } }),
      await app.inject({ url: '/%', headers: { host: 'liaison.example' } }),
      await app.inject({ url: '/graphql', headers: { host: 'liaison.example' } }),
      await app.inject('/health/live'),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 401, 421, 404, 400, 405, 200])
    for (const { headers } of answers) {
      expect(headers).toMatchObject(HEADERS)
      expect(headers['strict-transport-security']).toMatch(/^max-age=31536000/)
      expect(headers['server'] ?? headers['x-powered-by']).toBeUndefined()
    }
    await app.close()
    open()
    expect((await post({})).headers['strict-transport-security']).toBeUndefined()
  })
  test('a name that is not ours reaches nothing', async () => {
    open()
    for (const host of ['localhost:4000', '127.0.0.1:4000', '[::1]:4000', 'LOCALHOST'])
      expect([host, await found({ host })]).toEqual([host, 200])
    for (const host of ['rebound.example', 'localhost.evil.example', '127.0.0.1.evil.example', 'evil@localhost'])
      expect([host, await found({ host })]).toEqual([host, 'WRONG_HOST'])
    await app.close()
    open({ HOST: '0.0.0.0', PUBLIC_URL: 'https://liaison.example' })
    expect(await found({ host: 'liaison.example' })).toBe(200)
    expect(await found({ host: 'liaison.example:8443' })).toBe('WRONG_HOST')
    expect((await app.inject({ url: '/health/live', headers: { host: '10.0.0.7' } })).statusCode).toBe(200)
    await app.close()
    open({ HOST: '0.0.0.0' })
    expect(await found({ host: 'any.example' })).toBe(200)
  })
  test('a page of another website can send nothing', async () => {
    open({ PUBLIC_URL: 'https://liaison.example' })
    const host = 'liaison.example'
    expect(await found({ host })).toBe(200)
    expect(await found({ host, origin: 'https://liaison.example' })).toBe(200)
    for (const origin of ['https://evil.example', 'http://liaison.example', 'https://liaison.example:444', 'null', ''])
      expect([origin, await found({ host, origin })]).toEqual([origin, 'ORIGIN_REFUSED'])
    expect(await found({ host, 'sec-fetch-site': 'cross-site' })).toBe('ORIGIN_REFUSED')
    expect(await found({ host, 'sec-fetch-site': 'same-origin' })).toBe(200)
    expect(await found({ host: 'localhost:4000', origin: 'http://localhost:4000' })).toBe(200)
    expect(await found({ host: 'localhost:4000', origin: 'http://localhost:4001' })).toBe('ORIGIN_REFUSED')
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])
      expect(await found({ host, 'content-type': type })).toBe('UNSUPPORTED_MEDIA_TYPE')
  })
  test('the query page of the demo runs its own script alone and loads nothing from elsewhere', async () => {
    open()
    graphiql(app)
    const page = await app.inject('/graphiql')
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("script-src 'self';")
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/)
    expect(page.body.match(/<script[^>]*>/g)).toEqual(['<script src="/graphiql.js">'])
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//)
    expect(page.body).not.toMatch(/\son\w+=/)
    const script = await app.inject('/graphiql.js')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect(() => new Function(script.body)).not.toThrow()
    expect(script.body).toContain('"endpoint":"/graphql"')
    expect(script.body).not.toMatch(/\beval\(|new Function\(/)
  })
})
