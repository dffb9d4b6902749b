import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { Backlog } from '../../server/http/overload.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { scripts } from '../support/scripts.ts'

describe('a backlog', () => {
  /** Turns one after the other, each so late and with so many requests; how often the next request would be refused. */
  const refusedIn = (turns: readonly (readonly [late: number, arrived: number])[]) => {
    const backlog = new Backlog(1_000, 0)
    let now = 0
    return turns.filter(([late, arrived]) => {
      for (let count = 0; count < arrived; count += 1) backlog.arrive()
      now += 50 + late
      backlog.tick(now)
      return backlog.isRefusing
    }).length
  }
  const turns = (count: number, late: number, arrived: number) =>
    Array.from({ length: count }, () => [late, arrived] as const)

  test('is no stall, no burst and nobody who asks for much, one after the other or a few at once', () => {
    expect(refusedIn(turns(1, 60_000, 500))).toBe(0)
    expect(refusedIn([...turns(1, 20_000, 500), ...turns(5, 10, 500)])).toBe(0)
    expect(refusedIn(turns(100, 5_000, 1))).toBe(0)
    expect(refusedIn(turns(100, 5_000, 19))).toBe(0)
    expect(refusedIn(turns(1_000, 900, 300))).toBe(0)
  })
  test('is many who wait, turn after turn; then every late turn is refused until it has been calm', () => {
    const standing = turns(4, 1_100, 100)
    expect(refusedIn(standing)).toBe(2)
    expect(refusedIn([...standing, ...turns(10, 5, 100)])).toBe(2)
    expect(refusedIn([...standing, ...turns(10, 5, 100), ...turns(1, 1_100, 100)])).toBe(3)
    expect(refusedIn([...standing, ...turns(120, 5, 100), ...turns(1, 1_100, 100)])).toBe(2)
  })
})

describe.each(engineKinds)('too much to do on %s', (kind) => {
  let api: Api
  let key: string
  let app: ReturnType<typeof buildApp>
  beforeAll(async () => {
    api = await Api.open(kind)
    key = await api.key('KH', 'focal')
  })
  afterEach(async () => {
    vi.useRealTimers()
    await app.close()
  })
  afterAll(() => api.close())

  const ask = () =>
    app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, 'accept-language': 'km' },
      payload: '{"query":"{ viewer { account } }"}',
    })

  test('is said at once, with the time to come back; when it is over the service answers again', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    let ms = 0
    const settings = { LOG_LEVEL: 'silent', TRUST_PROXY: false, OVERLOAD_MS: 100 } as const
    app = buildApp(api.service, { ...settings, runningMs: () => ms })
    /** What so many hear who come in a turn that is so late. */
    const turn = async (late: number) => {
      const heard = await Promise.all(Array.from({ length: 30 }, ask))
      ms += 50 + late
      vi.advanceTimersByTime(50)
      return new Set(heard.map(({ statusCode }) => statusCode))
    }
    for (let past = 0; past < 2_550; past += 550) expect(await turn(500)).toEqual(new Set([200]))
    const refused = await ask()
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '2'])
    expect(refused.json().errors[0].extensions).toEqual({ code: 'OVERLOADED', seconds: 2 })
    expect(refused.json().errors[0].message).toMatch(scripts.km)
    expect((await app.inject('/health/live')).statusCode).toBe(200)
    expect(await turn(0)).toEqual(new Set([503]))
    expect(await turn(0)).toEqual(new Set([200]))
  })

  test('an answer that takes too long is given up, and the caller hears that it is not known what was done', async () => {
    app = buildApp(api.service, { LOG_LEVEL: 'silent', TRUST_PROXY: false, answerMs: 50 })
    const { engine } = api.service
    const silent = { ...engine, all: () => new Promise(() => undefined) }
    Object.assign(api.service, { engine: silent })
    const late = await ask()
    Object.assign(api.service, { engine })
    expect([late.statusCode, late.headers['retry-after']]).toEqual([503, '10'])
    expect(late.json().errors[0]).toMatchObject({
      message: expect.stringContaining('idempotencyKey'),
      extensions: { code: 'TIMED_OUT' },
    })
    await app.close()
    app = buildApp(api.service, { LOG_LEVEL: 'silent', TRUST_PROXY: false })
    expect((await ask()).statusCode).toBe(200)
  })

  /** All that comes back over a bare connection on which this was sent. */
  const raw = async (text: string): Promise<string> => {
    const { port, hostname } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
    const socket = connect(Number(port), hostname)
    socket.write(text)
    let heard = ''
    for await (const chunk of socket) heard += String(chunk)
    return heard
  }
  test('a request that does not arrive is ended with 408 and a code', async () => {
    app = buildApp(api.service, { LOG_LEVEL: 'silent', TRUST_PROXY: false, arrivalMs: 200 })
    const heard = await raw('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Le')
    expect(heard).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/)
    expect(heard).toContain('"code":"REQUEST_TIMEOUT"')
  })
  test('what is no HTTP, and headers without end, are refused with a code', async () => {
    app = buildApp(api.service, { LOG_LEVEL: 'silent', TRUST_PROXY: false })
    const heard = await raw('\u0000\u0001 ผู้เสียหาย\r\n\r\n')
    expect(heard).toMatch(/^HTTP\/1\.1 400 /)
    expect(heard).toContain('"code":"BAD_REQUEST"')
    await app.close()
    app = buildApp(api.service, { LOG_LEVEL: 'silent', TRUST_PROXY: false })
    expect(await raw(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 /,
    )
  })
})
