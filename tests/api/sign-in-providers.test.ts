import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { readProviders } from '../../server/config.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { type Forged, IdentityProvider } from '../support/identity-provider.ts'
import { invite, post, roleOf } from '../support/newcomer.ts'

describe.each(engineKinds)('signing in through the provider of a country on %s', (kind) => {
  let api: Api
  let provider: IdentityProvider
  beforeAll(async () => {
    api = await Api.open(kind)
    provider = new IdentityProvider(api.clock)
    await provider.open()
    const PUBLIC_URL = 'https://liaison.example'
    const { issuer, client } = provider
    const providers = readProviders({
      PUBLIC_URL,
      OIDC_VN_ISSUER: issuer,
      OIDC_VN_CLIENT_ID: client.clientId,
      OIDC_VN_CLIENT_SECRET: client.clientSecret,
    })
    Object.assign(api, {
      app: buildApp(api.service, { LOG_LEVEL: 'silent', TRUST_PROXY: false, PUBLIC_URL }, undefined, providers),
    })
  })
  afterAll(async () => {
    await provider.close()
    await api.close()
  })

  const begin = async (more: object = {}) => (await post(api, 'oidc/begin', { country: 'VN', ...more })).body
  const finish = (back: object) => post(api, 'oidc/finish', { country: 'VN', ...back })
  /** Goes to the provider and comes back. */
  const enter = async (subject: string, secondsAgo = 0) => {
    const { url, ticket } = await begin()
    return finish({ ticket, ...provider.approve(url, subject, secondsAgo) })
  }
  const arrive = async (subject: string): Promise<Looked> => {
    const { code } = await invite(api, 'VN', 'focal')
    const { url, ticket } = await begin({ invitation: code })
    return { invitation: code, ...(await finish({ ticket, ...provider.approve(url, subject) })) }
  }

  test('an invited officer comes in through it, and again without the invitation', async () => {
    const arrived = await arrive('officer one')
    expect(arrived.status).toBe(200)
    expect(await roleOf(api, arrived.body.token)).toBe('FOCAL')
    const again = await enter('officer one')
    expect(again.body.account).toBe(arrived.body.account)
    expect(await roleOf(api, again.body.token)).toBe('FOCAL')
    expect((await post(api, 'oidc/begin', { country: 'VN', invitation: arrived.invitation })).code).toBe(
      'INVITATION_USED',
    )
    expect((await arrive('officer one')).code).toBe('PROVIDER_REFUSED')
  })

  test('somebody whom the provider knows and nobody invited does not come in', async () => {
    expect((await enter('a stranger')).code).toBe('PROVIDER_REFUSED')
  })

  test('who proved themselves long ago must do so again before acts that ask for it', async () => {
    const { body } = await arrive('officer two')
    const key = (token: string) => api.ask(token, '{ viewer { role } }')
    expect((await key(body.token)).status).toBe(200)
    const accept = (token: string) =>
      api.act(token, 'acceptReturn', {
        caseId: 'x',
        expectedVersion: 1,
        travelDocument: 'return-certificate',
        travelDocumentIssued: true,
        receptionPlace: 'family',
      })
    const codes = async (token: string) => (await accept(token)).problems.map(({ code }: Looked) => code)
    expect(await codes(body.token)).toEqual(['NOT_FOUND'])
    expect(await codes((await enter('officer two', 900)).body.token)).toEqual(['STEP_UP_NEEDED'])
    expect(await codes((await enter('officer two', 60)).body.token)).toEqual(['NOT_FOUND'])
  })

  test('what comes back must be of the same round, once', async () => {
    await arrive('officer three')
    const [one, other] = [await begin(), await begin()]
    const back = provider.approve(one.url, 'officer three')
    // Another state: the ticket is used up by it.
    expect((await finish({ ticket: other.ticket, ...back })).code).toBe('PROVIDER_REFUSED')
    expect((await finish({ ticket: other.ticket, ...provider.approve(other.url, 'officer three') })).code).toBe(
      'SIGN_IN_RAN_OUT',
    )
    // Another round's code: PKCE fails at the provider.
    const { code } = provider.approve((await begin()).url, 'officer three')
    expect((await finish({ ticket: one.ticket, state: back.state, code })).code).toBe('PROVIDER_REFUSED')
    const { url, ticket } = await begin()
    const right = { ticket, ...provider.approve(url, 'officer three') }
    const both = await Promise.all([finish(right), finish(right)])
    expect(both.map((answer) => answer.code ?? 'in').toSorted()).toEqual(['SIGN_IN_RAN_OUT', 'in'])
    const late = await begin()
    api.later(0.2)
    expect((await finish({ ticket: late.ticket, ...provider.approve(late.url, 'officer three') })).code).toBe(
      'SIGN_IN_RAN_OUT',
    )
  })

  const hour = 3600
  const forgeries: readonly (readonly [string, () => Forged])[] = [
    ['of another key', () => ({ key: 'another' })],
    ['without a signature', () => ({ key: 'none' })],
    ['of another issuer', () => ({ claims: { iss: 'https://elsewhere.example' } })],
    ['for another client', () => ({ claims: { aud: 'another' } })],
    [
      'for several clients, given to another',
      () => ({ claims: { aud: ['mekong-liaison', 'another'], azp: 'another' } }),
    ],
    ['of another round', () => ({ claims: { nonce: 'another' } })],
    ['without a round', () => ({ claims: { nonce: undefined } })],
    ['without a subject', () => ({ claims: { sub: undefined } })],
    ['that ran out', () => ({ claims: { exp: Math.floor(Date.parse(api.clock.now()) / 1000) - hour } })],
    ['that is not valid yet', () => ({ claims: { nbf: Math.floor(Date.parse(api.clock.now()) / 1000) + hour } })],
  ]
  test.each(forgeries)('a token %s opens nothing', async (_what, forged) => {
    await arrive('officer four')
    provider.forged = forged()
    expect((await enter('officer four')).code).toBe('PROVIDER_REFUSED')
    provider.forged = {}
    expect((await enter('officer four')).status).toBe(200)
  })

  test('sign-ins that are begun and not finished are slowed by network, and ask the provider once in ten minutes', async () => {
    const from = async (remoteAddress: string) => {
      const payload = { country: 'VN' }
      return (await api.app.inject({ method: 'POST', url: '/auth/oidc/begin', remoteAddress, payload })).statusCode
    }
    const asked = () => provider.asked.filter((url) => url.includes('well-known')).length
    api.later(1)
    const before = asked()
    const statuses: number[] = []
    for (let begun = 0; begun < 31; begun += 1) statuses.push(await from(`2001:db8:5:5::${begun + 1}`))
    expect(statuses).toEqual([...Array(30).fill(200), 429])
    expect(await from('2001:db8:5:6::1')).toBe(200)
    expect(asked()).toBe(before + 1)
    // Who comes back each time is not slowed.
    await arrive('officer five')
    for (let times = 0; times < 32; times += 1) expect((await enter('officer five')).status).toBe(200)
  })

  test('a country without a provider has none, and an invitation of another country is none', async () => {
    expect((await post(api, 'oidc/begin', { country: 'TH' })).code).toBe('NOT_FOUND')
    expect((await post(api, 'oidc/begin', {})).code).toBe('NOT_FOUND')
    const { code } = await invite(api, 'LA', 'focal')
    expect((await post(api, 'oidc/begin', { country: 'VN', invitation: code })).code).toBe('INVITATION_UNKNOWN')
    const { ticket } = await begin()
    expect((await post(api, 'oidc/finish', { country: 'TH', ticket, state: 'x', code: 'y' })).code).toBe('NOT_FOUND')
  })

  test('half of a provider stops the start and is named', () => {
    const half = { OIDC_KH_ISSUER: 'https://id.example', OIDC_KH_CLIENT_ID: 'x', PUBLIC_URL: 'https://liaison.example' }
    expect(() => readProviders(half)).toThrow(/^OIDC_KH_CLIENT_SECRET: /)
    const plain = { ...half, OIDC_KH_CLIENT_SECRET: 'y', OIDC_KH_ISSUER: 'http://id.example' }
    expect(() => readProviders(plain)).toThrow(/^OIDC_KH_ISSUER: must begin with https:/)
    expect(() => readProviders({ ...plain, OIDC_KH_ISSUER: 'https://id.example', PUBLIC_URL: undefined })).toThrow(
      /^PUBLIC_URL: /,
    )
    expect(readProviders({}).size).toBe(0)
  })
})
