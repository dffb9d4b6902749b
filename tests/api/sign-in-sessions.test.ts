import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { param, statement } from '../../db/statement.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { authenticator, bearer, comeIn, PASSWORD, post, roleOf, signInAgain } from '../support/newcomer.ts'
import { consent } from '../support/way-home.ts'
import { approval, WayOverHttp } from '../support/way-over-http.ts'

const moveAccount = statement(({ q, t }) =>
  q
    .update(t.accounts)
    .set({ office: param('office') })
    .where(eq(t.accounts.name, param('name'))),
)

describe.each(engineKinds)('sessions on %s', (kind) => {
  let api: Api
  beforeAll(async () => {
    api = await Api.open(kind)
  })
  afterAll(() => api.close())

  const reason = async (token: string) => {
    const { status, errors } = await api.ask(token, '{ viewer { role } }', {}, { 'accept-language': 'en' })
    return [status, errors?.[0].extensions.code, errors?.[0].extensions.reason]
  }

  test('what sends a request asks for the second factor again after ten minutes, and nothing is done without', async () => {
    const way = new WayOverHttp(api)
    const liaison = await way.key('TH', 'liaison')
    const caseId = await way.draft('TH', 'LA')
    await way.must(liaison, 'recordConsent', { caseId, ...consent })
    await way.must(liaison, 'submitForReview', { caseId })
    const supervisor = await comeIn(api, 'TH', 'supervisor')
    api.later(1 / 6)
    const input = { caseId, ...approval, expectedVersion: await way.version(supervisor.token, caseId) }
    const review = () => api.act(supervisor.token, 'reviewRequest', input, { 'accept-language': 'en' })
    const refused = await review()
    expect(refused.noun).toBeNull()
    expect(refused.problems).toMatchObject([
      { code: 'STEP_UP_NEEDED', message: expect.stringContaining('10'), next: expect.stringContaining('code') },
    ])
    expect(await way.version(supervisor.token, caseId)).toBe(input.expectedVersion)
    const wrong = await post(api, 'step-up', { code: '000000' }, bearer(supervisor.token))
    expect(wrong.code).toBe('CODE_WRONG')
    expect((await review()).problems[0].code).toBe('STEP_UP_NEEDED')
    const code = authenticator(supervisor.secret, api.clock.now())
    const until = new Date(Date.parse(api.clock.now()) + 600_000).toISOString()
    expect(await post(api, 'step-up', { code }, bearer(supervisor.token))).toMatchObject({
      status: 200,
      body: { until },
    })
    expect((await post(api, 'step-up', { code }, bearer(supervisor.token))).code).toBe('CODE_USED')
    expect((await review()).receipt).not.toBeNull()
  })

  test('every act of promise 9 asks for it of a session and of an officer’s key; other acts do not', async () => {
    const { token } = await comeIn(api, 'TH', 'focal')
    api.later(0.5)
    const asks = [
      'reviewRequest',
      'forwardRequest',
      'openFastTrack',
      'acceptReturn',
      'recordHandover',
      'confirmReception',
    ]
    const more = ['recordReceptionWithoutRequest', 'requestErasure', 'reviewNote', 'delegateRole']
    const { actFor } = await import('../../server/services/act-for.ts')
    const { signIn } = await import('../../server/services/sign-in.ts')
    const by = await signIn(api.service, token)
    if (!by) throw new Error('not signed in')
    const request = { target: 'x', input: {}, key: 'a key of a test ....'.replaceAll(' ', '-'), expectedVersion: null }
    for (const name of [...asks, ...more]) {
      const answer = await actFor(api.service, name as never, request, by)
      expect([name, answer.problems.map(({ code }) => code)]).toEqual([name, ['STEP_UP_NEEDED']])
      const key = await actFor(api.service, name as never, request, {
        ...by,
        assurance: { by: 'key', scope: { kind: 'officer' } },
      })
      expect([name, key.problems.map(({ code }) => code)]).toEqual([name, ['STEP_UP_NEEDED']])
    }
    const other = await actFor(api.service, 'acknowledgeRequest', request, by)
    expect(other.problems.map(({ code }) => code)).toEqual(['NOT_FOUND'])
  })

  test('a session ends after an hour in which nothing is asked, and after twelve in any case', async () => {
    const officer = await comeIn(api, 'TH', 'welfare')
    for (let asked = 0; asked < 12; asked += 1) {
      expect(await roleOf(api, officer.token)).toBe('WELFARE')
      api.later(0.95)
    }
    api.later(0.6)
    expect(await reason(officer.token)).toEqual([401, 'UNAUTHENTICATED', 'TOKEN_EXPIRED'])
    const idle = await signInAgain(api, officer)
    api.later(1)
    expect(await reason(idle)).toEqual([401, 'UNAUTHENTICATED', 'TOKEN_EXPIRED'])
  })

  test('an officer sees where else the account is signed in, and ends one of them or all', async () => {
    const officer = await comeIn(api, 'VN', 'focal')
    const [here, there] = [await signInAgain(api, officer), await signInAgain(api, officer)]
    const sessions = async () => (await post(api, 'sessions', {}, bearer(here))).body.sessions
    const all = await sessions()
    expect(all.map(({ isThis, how }: Looked) => [isThis, how])).toEqual([
      [false, 'code'],
      [true, 'code'],
      [false, 'code'],
    ])
    expect(JSON.stringify(all)).not.toContain('hash')
    const stranger = await comeIn(api, 'VN', 'liaison')
    expect((await post(api, 'sessions/end', { session: all[0].id }, bearer(stranger.token))).body).toEqual({
      ended: false,
    })
    expect(await roleOf(api, there)).toBe('FOCAL')
    expect((await post(api, 'sessions/end', { session: all[0].id }, bearer(here))).body).toEqual({ ended: true })
    expect(await reason(there)).toEqual([401, 'UNAUTHENTICATED', 'TOKEN_REVOKED'])
    expect(await sessions()).toHaveLength(2)
    await post(api, 'sessions/end', {}, bearer(here))
    for (const token of [here, officer.token]) expect((await reason(token))[2]).toBe('TOKEN_REVOKED')
    expect(await roleOf(api, stranger.token)).toBe('LIAISON')
    expect((await post(api, 'sign-out', {}, bearer(stranger.token))).body).toEqual({ ended: true })
    expect((await reason(stranger.token))[2]).toBe('TOKEN_REVOKED')
  })

  test('an account that its administrator revokes is out at once, and only its own administrator may', async () => {
    const officer = await comeIn(api, 'KH', 'focal')
    const admin = await api.key('KH', 'admin')
    const list = await api.ask(admin, '{ accounts(first: 100) { nodes { id name } } }')
    const { id } = list.data.accounts.nodes.find(({ name }: Looked) => name === officer.account)
    const query = `mutation ($input: RevokeAccountInput!) { revokeAccount(input: $input) { account { revokedAt } receipt { id } problems { code } } }`
    const revoke = async (key: string) =>
      (await api.ask(key, query, { input: { account: id, idempotencyKey: api.idempotencyKey() } })).data.revokeAccount
    expect((await revoke(await api.key('LA', 'admin'))).problems).toEqual([{ code: 'NOT_FOUND' }])
    expect((await revoke(officer.token)).problems).toEqual([{ code: 'NOT_YOUR_ROLE' }])
    expect(await roleOf(api, officer.token)).toBe('FOCAL')
    expect(await revoke(admin)).toMatchObject({ account: { revokedAt: api.clock.now() }, problems: [] })
    expect((await reason(officer.token))[2]).toBe('TOKEN_REVOKED')
    expect((await post(api, 'sign-in', { account: officer.account, password: PASSWORD })).code).toBe('SIGN_IN_REFUSED')
    expect((await revoke(admin)).problems).toEqual([{ code: 'NOT_FOUND' }])
    for (const key of [await api.key('LA', 'admin'), await api.key('KH', 'liaison')]) {
      const node = await api.ask(key, 'query ($id: ID!) { node(id: $id) { id } accounts { nodes { name } } }', { id })
      expect(node.data.node).toBeNull()
      expect(JSON.stringify(node.data.accounts)).not.toContain(officer.account)
    }
  })

  test('a token cut short, one that never was, one of another office each say so', async () => {
    const officer = await comeIn(api, 'TH', 'verifier')
    expect(await reason(officer.token.slice(0, -1))).toEqual([401, 'UNAUTHENTICATED', 'TOKEN_INCOMPLETE'])
    const key = await api.key('TH', 'liaison')
    expect(await reason(key.slice(0, 20))).toEqual([401, 'UNAUTHENTICATED', 'TOKEN_INCOMPLETE'])
    expect(await reason(`${officer.token.slice(0, -1)}_`)).toEqual([401, 'UNAUTHENTICATED', undefined])
    await api.engine.commit([{ statement: moveAccount, params: { name: officer.account, office: 'th-another' } }])
    expect(await reason(officer.token)).toEqual([401, 'UNAUTHENTICATED', 'TOKEN_OF_ANOTHER_OFFICE'])
  })

  test('the console’s cookie is out of reach of scripts and other sites', async () => {
    const officer = await comeIn(api, 'CN', 'focal')
    api.later(1 / 120)
    const { ticket } = (await post(api, 'sign-in', { account: officer.account, password: PASSWORD })).body
    const code = authenticator(officer.secret, api.clock.now())
    const done = await post(api, 'second-step', { ticket, code, cookie: true })
    expect(done.body.token).toBeUndefined()
    const cookie = String(done.headers['set-cookie'])
    expect(cookie).toMatch(/^__Host-liaison=mls_[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict; Secure$/)
    const ask = async (headers: object) => {
      const query = JSON.stringify({ query: '{ viewer { role } }' })
      return (await api.post(query, { cookie: cookie.split(';')[0] ?? '', host: 'localhost', ...headers })).status
    }
    expect(await ask({ origin: 'https://localhost' })).toBe(200)
    for (const origin of ['https://localhost.example', 'null', 'nonsense']) expect(await ask({ origin })).toBe(403)
    expect(await ask({})).toBe(401)
  })

  test('another password ends all other sessions; new recovery codes end the old ones', async () => {
    const officer = await comeIn(api, 'MM', 'focal')
    const token = await signInAgain(api, officer)
    const newPassword = 'another river at dusk'
    const change = (body: object) => post(api, 'password', body, bearer(token))
    expect((await change({ password: 'wrong', newPassword })).code).toBe('SIGN_IN_REFUSED')
    expect((await change({ password: PASSWORD, newPassword: 'too short' })).code).toBe('PASSWORD_WEAK')
    expect((await change({ password: PASSWORD, newPassword })).body).toEqual({ changed: true })
    expect(await roleOf(api, officer.token)).toBeNull()
    expect((await post(api, 'sign-in', { account: officer.account, password: newPassword })).status).toBe(200)
    const [first, second] = officer.recoveryCodes
    const renewed = await post(api, 'recovery-codes', { code: first }, bearer(token))
    expect(renewed.body.recoveryCodes).toHaveLength(10)
    expect((await post(api, 'step-up', { code: second }, bearer(token))).code).toBe('CODE_WRONG')
    expect((await post(api, 'step-up', { code: renewed.body.recoveryCodes[0] }, bearer(token))).status).toBe(200)
  })

  test('a sign-in that was begun with the old password is not finished after another one was set', async () => {
    const officer = await comeIn(api, 'LA', 'verifier')
    api.later(1 / 120)
    const { ticket } = (await post(api, 'sign-in', { account: officer.account, password: PASSWORD })).body
    const change = (newPassword: string) =>
      post(api, 'password', { password: PASSWORD, newPassword }, bearer(officer.token))
    // Two changes at once: both know the old password, one of them sets the new one.
    const both = await Promise.all(['another river at dusk', 'a third river at noon'].map(change))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401])
    const code = authenticator(officer.secret, api.clock.now())
    expect((await post(api, 'second-step', { ticket, code })).code).toBe('SIGN_IN_RAN_OUT')
    const newPassword = both[0]?.status === 200 ? 'another river at dusk' : 'a third river at noon'
    const again = (await post(api, 'sign-in', { account: officer.account, password: newPassword })).body
    expect((await post(api, 'second-step', { ticket: again.ticket, code })).status).toBe(200)
  })

  test('a key has no second factor, no password and no sessions', async () => {
    const key = await api.key('TH', 'liaison')
    for (const path of ['step-up', 'sessions', 'sessions/end', 'sign-out', 'password', 'recovery-codes'])
      expect([path, (await post(api, path, {}, bearer(key))).code]).toEqual([path, 'SESSION_NEEDED'])
    for (const path of ['step-up', 'sessions', 'sign-out'])
      expect((await post(api, path, {})).code).toBe('UNAUTHENTICATED')
  })
})
