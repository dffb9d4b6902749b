import type { FastifyInstance } from 'fastify'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { readConfig } from '../../server/config.ts'
import { Buckets } from '../../server/http/buckets.ts'
import { networkOf } from '../../server/http/network.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { scripts } from '../support/scripts.ts'

const MINUTE = 60_000
const FEW = 3

describe('buckets', () => {
  test('so many at once, then one each time one has come back, and all after a minute', () => {
    const buckets = new Buckets(60)
    const drawn = (now: number, times: number) => Array.from({ length: times }, () => buckets.draw('a', now))
    expect(drawn(0, 61).filter(({ allowed }) => allowed)).toHaveLength(60)
    expect(buckets.look('a', 0)).toEqual({ allowed: false, left: 0, fullIn: 60, nextIn: 1 })
    expect(drawn(999, 2).map(({ allowed }) => allowed)).toEqual([false, false])
    expect(drawn(1_000, 2).map(({ allowed }) => allowed)).toEqual([true, false])
    expect(buckets.look('b', 1_000)).toMatchObject({ allowed: true, left: 60, fullIn: 0 })
    expect(drawn(2 * MINUTE, 61).filter(({ allowed }) => allowed)).toHaveLength(60)
  })
  test('a rate that does not divide a minute loses none and gives none away', () => {
    for (const perMinute of [1, 7, 11, 600, 601]) {
      const buckets = new Buckets(perMinute)
      const draw = (now: number) => buckets.draw('a', now).allowed
      const at = (now: number) => Array.from({ length: perMinute + 5 }, () => draw(now)).filter(Boolean).length
      expect([perMinute, at(0), at(MINUTE), at(3 * MINUTE)]).toEqual([perMinute, perMinute, perMinute, perMinute])
    }
  })
  test('what is remembered is bounded, and who asks often is not forgotten', () => {
    const buckets = new Buckets(2)
    for (let at = 0; at < 30_000; at += 1) {
      buckets.draw(`network ${at}`, 0)
      if (at % 1_000 === 0) buckets.draw('busy', 0)
    }
    expect(buckets.size).toBeLessThanOrEqual(10_000)
    expect(buckets.look('network 29999', 0).left).toBe(1)
    buckets.draw('busy', 0)
    expect(buckets.look('busy', 0).allowed).toBe(false)
  })
  test('a network is an address, or the half of one', () => {
    expect(networkOf('192.0.2.7')).toBe('192.0.2.7')
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7')
    const same = ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::6', '2001:0DB8:0001:0002:ffff::', '2001:db8:1:2::1%eth0']
    expect(new Set(same.map(networkOf))).toEqual(new Set(['2001:db8:1:2']))
    expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0')
    expect(networkOf('::1')).toBe('0:0:0:0')
  })
})

describe.each(engineKinds)('requests a minute on %s', (kind) => {
  let api: Api
  let app: FastifyInstance
  let [one, other] = ['', '']
  beforeAll(async () => {
    api = await Api.open(kind)
    ;[one, other] = [await api.key('TH', 'liaison'), await api.key('LA', 'focal')]
  })
  afterEach(() => app.close())
  afterAll(() => api.close())

  let ms = 0
  const open = ({ perMinute = FEW, proxy = false } = {}) => {
    const settings = { LOG_LEVEL: 'silent', TRUST_PROXY: proxy, RATE_LIMIT_PER_MINUTE: perMinute } as const
    app = buildApp(api.service, { ...settings, runningMs: () => ms })
  }
  const ask = async (key: string | null, remoteAddress = '192.0.2.1', headers: Record<string, string> = {}) => {
    const authorization = key === null ? {} : { authorization: `Bearer ${key}` }
    const answer = await app.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress,
      headers: { 'content-type': 'application/json', ...authorization, ...headers },
      payload: '{"query":"{ viewer { account } }"}',
    })
    return { status: answer.statusCode, headers: answer.headers, errors: answer.json().errors }
  }
  const statuses = async (times: number, ...given: Parameters<typeof ask>) => {
    const all: number[] = []
    for (let at = 0; at < times; at += 1) all.push((await ask(...given)).status)
    return all
  }

  test('every answer says the policies and what is left', async () => {
    open()
    const { headers } = await ask(one)
    expect(headers['ratelimit-policy']).toBe('"account";q=3;w=60, "stranger";q=30;w=60, "network";q=300;w=60')
    expect(headers['ratelimit']).toBe('"account";r=2;t=20')
    expect((await ask(null)).headers['ratelimit']).toBe('"stranger";r=29;t=2')
  })
  test('an account that asks too often is told when to come back, in its letters; another is not touched', async () => {
    open()
    expect(await statuses(FEW, one)).toEqual([200, 200, 200])
    const { status, headers, errors } = await ask(one)
    expect([status, errors[0].extensions.code]).toEqual([429, 'TOO_MANY_REQUESTS'])
    expect(errors[0].message).toMatch(scripts.th)
    expect([headers['retry-after'], errors[0].extensions.seconds]).toEqual(['20', 20])
    expect(headers['ratelimit']).toBe('"account";r=0;t=60')
    expect((await ask(one, '198.51.100.9')).status).toBe(429)
    expect((await ask(other)).status).toBe(200)
    ms += 20_000
    expect(await statuses(2, one)).toEqual([200, 429])
  })
  test('what is allowed when nothing is set bears every demo account from one address, in a hurry', async () => {
    open({ perMinute: readConfig({}).RATE_LIMIT_PER_MINUTE })
    const rate = Number(/"network";q=(\d+)/.exec(String((await ask(one)).headers['ratelimit-policy']))?.[1])
    expect(rate).toBeGreaterThanOrEqual(80 * readConfig({}).RATE_LIMIT_PER_MINUTE)
  })
  test('who guesses keys is slowed by network, and shuts out nobody who has one', async () => {
    open()
    expect(new Set(await statuses(10 * FEW, 'a guess'))).toEqual(new Set([401]))
    expect(await statuses(2, null)).toEqual([429, 429])
    expect((await ask('a guess', '198.51.100.9')).status).toBe(401)
    expect((await ask(one)).status).toBe(200)
  })
  test('a network as a whole may send as much as a hundred accounts; what is refused does not count', async () => {
    open({ perMinute: 1 })
    expect(await statuses(20, one)).toEqual([200, ...Array.from({ length: 19 }, () => 429)])
    const more: number[] = []
    for (let who = 1; who <= 99; who += 1) more.push((await ask(await api.key('KH', 'liaison', who))).status)
    expect(new Set(more)).toEqual(new Set([200]))
    const last = await ask(await api.key('KH', 'liaison', 100))
    expect([last.status, last.headers['ratelimit']]).toEqual([429, '"network";r=0;t=60'])
    expect((await ask(await api.key('KH', 'liaison', 100), '198.51.100.9')).status).toBe(200)
  })
  test('nobody takes another network by writing one into a header', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address })
    open()
    for (let at = 0; at < 10 * FEW; at += 1) await ask(null, '192.0.2.1', from(`203.0.113.${at}`))
    expect((await ask(null, '192.0.2.1', from('203.0.113.9'))).status).toBe(429)
    await app.close()
    // Behind a proxy the last address is what the proxy saw; those before it are what the caller says.
    open({ proxy: true })
    for (let at = 0; at < 10 * FEW; at += 1) await ask(null, '10.0.0.1', from(`203.0.113.${at}, 198.51.100.7`))
    expect((await ask(null, '10.0.0.1', from('203.0.113.9, 198.51.100.7'))).status).toBe(429)
    expect((await ask(null, '10.0.0.1', from('198.51.100.7, 198.51.100.8'))).status).toBe(401)
  })
  test('whoever watches over the service is always answered', async () => {
    open({ perMinute: 1 })
    await statuses(12, null)
    for (let at = 0; at < 5; at += 1) {
      const { statusCode, headers } = await app.inject({ url: '/health/live', remoteAddress: '192.0.2.1' })
      expect([statusCode, headers['ratelimit']]).toEqual([200, undefined])
    }
  })
})
