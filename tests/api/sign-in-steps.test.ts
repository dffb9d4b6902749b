import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { everyRow } from '../support/every-row.ts'
import { authenticator, comeIn, type Newcomer, PASSWORD, post, roleOf, signInAgain } from '../support/newcomer.ts'

describe.each(engineKinds)('the two steps of signing in on %s', (kind) => {
  let api: Api
  let officer: Newcomer
  beforeAll(async () => {
    api = await Api.open(kind)
    officer = await comeIn(api, 'LA', 'focal')
  })
  afterAll(() => api.close())

  const password = (account: string, text: string, headers: object = {}) =>
    post(api, 'sign-in', { account, password: text }, headers)
  const ticketOf = async () => (await password(officer.account, PASSWORD)).body.ticket as string
  const code = (steps = 0) => authenticator(officer.secret, api.clock.now(), steps)
  /** What failed is forgotten, and the last code is long over. */
  const later = () => api.later(1.1)

  test('password and code make a session of the account’s office', async () => {
    const token = await signInAgain(api, officer)
    const { data } = await api.ask(token, '{ viewer { account role country { code } } }')
    expect(data.viewer).toEqual({ account: officer.account, role: 'FOCAL', country: { code: 'LA' } })
  })

  test('no account and a wrong password are answered alike', async () => {
    const [unknown, wrong] = [
      await password('la-nobody-here', 'x'.repeat(20)),
      await password(officer.account, 'x'.repeat(20)),
    ]
    const seen = ({ status, body }: typeof unknown) => JSON.stringify({ status, body })
    expect(seen(unknown)).toBe(seen(wrong))
    expect([unknown.status, unknown.code]).toEqual([401, 'SIGN_IN_REFUSED'])
    const thai = await password('la-nobody-here', 'x', { 'accept-language': 'th' })
    expect(thai.body.errors[0].message).toMatch(/รหัสผ่าน/)
    later()
  })

  test('a password alone, a wrong code, a code of long ago open nothing', async () => {
    const ticket = await ticketOf()
    expect(await roleOf(api, ticket)).toBeNull()
    expect((await post(api, 'second-step', { ticket, code: '000000' })).code).toBe('CODE_WRONG')
    expect((await post(api, 'second-step', { ticket, code: code(-3) })).code).toBe('CODE_WRONG')
    expect((await post(api, 'second-step', { ticket: `${ticket}x`, code: code() })).code).toBe('SIGN_IN_RAN_OUT')
    // In Lao digits, with a space.
    const lao = code().replace(/\d/g, (digit) => String.fromCodePoint(0x0ed0 + Number(digit)))
    expect((await post(api, 'second-step', { ticket, code: `${lao.slice(0, 3)} ${lao.slice(3)}` })).status).toBe(200)
    later()
  })

  test('a ticket is used once and runs out', async () => {
    const [used, late] = [await ticketOf(), await ticketOf()]
    expect((await post(api, 'second-step', { ticket: used, code: code() })).status).toBe(200)
    expect((await post(api, 'second-step', { ticket: used, code: code(1) })).code).toBe('SIGN_IN_RAN_OUT')
    later()
    expect((await post(api, 'second-step', { ticket: late, code: code() })).code).toBe('SIGN_IN_RAN_OUT')
  })

  test('no code is taken twice, not even by two at once', async () => {
    const tickets = [await ticketOf(), await ticketOf(), await ticketOf()]
    const now = code()
    const both = await Promise.all(tickets.slice(0, 2).map((ticket) => post(api, 'second-step', { ticket, code: now })))
    expect(both.map((one) => one.code ?? 'in').toSorted()).toEqual(['CODE_USED', 'in'])
    expect((await post(api, 'second-step', { ticket: tickets[2], code: now })).code).toBe('CODE_USED')
    later()
    const [recovery] = officer.recoveryCodes
    const signIn = async () => post(api, 'second-step', { ticket: await ticketOf(), code: recovery?.toLowerCase() })
    expect((await signIn()).status).toBe(200)
    expect((await signIn()).code).toBe('CODE_USED')
    later()
  })

  test('attempts at one account are slowed, the right password among them, and never for good', async () => {
    const answers: (string | undefined)[] = []
    for (let attempt = 0; attempt < 6; attempt += 1)
      answers.push((await password(officer.account, `wrong ${attempt}`)).code)
    expect(answers).toEqual([...Array(5).fill('SIGN_IN_REFUSED'), 'TOO_MANY_ATTEMPTS'])
    const slowed = await password(officer.account, PASSWORD)
    expect([slowed.status, slowed.code, slowed.headers['retry-after']]).toEqual([429, 'TOO_MANY_ATTEMPTS', '1'])
    // Where there is no account the pace is the same.
    for (let attempt = 0; attempt < 5; attempt += 1) await password('la-nobody-here', 'wrong')
    expect((await password('la-nobody-here', 'wrong')).code).toBe('TOO_MANY_ATTEMPTS')
    api.later(1 / 12)
    expect((await password(officer.account, PASSWORD)).status).toBe(200)
    expect((await password(officer.account, 'wrong again')).code).toBe('SIGN_IN_REFUSED')
    later()
  })

  test('a hundred attempts at once are not a hundred free ones', async () => {
    const all = await Promise.all(Array.from({ length: 100 }, (_, at) => password('la-many-at-once', `guess ${at}`)))
    const looked = all.filter((one) => one.code === 'SIGN_IN_REFUSED')
    expect(looked.length).toBeGreaterThan(0)
    expect(looked.length).toBeLessThanOrEqual(5)
    later()
  })

  test('attempts from one network at many accounts are slowed as well, and other networks are not', async () => {
    const from = (remoteAddress: string, at: number) =>
      api.app.inject({
        method: 'POST',
        url: '/auth/sign-in',
        remoteAddress,
        payload: { account: `la-somebody-${at}`, password: 'guess' },
      })
    const statuses: number[] = []
    for (let at = 0; at < 31; at += 1) statuses.push((await from(`2001:db8:1:2::${at + 1}`, at)).statusCode)
    expect(statuses).toEqual([...Array(30).fill(401), 429])
    expect((await from('2001:db8:1:3::1', 99)).statusCode).toBe(401)
    later()
  })

  test('attempts at the second step are slowed apart: the password does not start them anew', async () => {
    const answers: (string | undefined)[] = []
    for (let attempt = 0; attempt < 6; attempt += 1)
      answers.push((await post(api, 'second-step', { ticket: await ticketOf(), code: '000000' })).code)
    expect(answers).toEqual([...Array(5).fill('CODE_WRONG'), 'TOO_MANY_ATTEMPTS'])
    later()
    await signInAgain(api, officer)
  })

  test('a name that looks like another kind of attempt slows nobody else', async () => {
    api.later(1 / 120)
    const { accounts } = await everyRow(api.engine)
    const id = accounts.find(({ name }) => name === officer.account)?.id
    for (const prefix of ['second ', 'second step ', 'password '])
      for (let attempt = 0; attempt < 6; attempt += 1) await password(`${prefix}${id}`, 'guess')
    expect((await password(`second step ${id}`, 'guess')).code).toBe('TOO_MANY_ATTEMPTS')
    const ticket = await ticketOf()
    expect((await post(api, 'second-step', { ticket, code: code() })).status).toBe(200)
    later()
  })

  test('bodies of another shape are refused', async () => {
    for (const body of [
      {},
      [],
      { account: 1, password: PASSWORD },
      { account: 'x', password: '' },
      { account: 'x', password: 'y', more: 1 },
    ])
      expect((await post(api, 'sign-in', body)).code).toBe('BAD_REQUEST')
    const form = await api.app.inject({
      method: 'POST',
      url: '/auth/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'account=x&password=y',
    })
    expect(form.statusCode).toBe(415)
  })
})
