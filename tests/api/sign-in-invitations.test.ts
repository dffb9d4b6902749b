import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../server/domain/cases/roles.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { everyRow } from '../support/every-row.ts'
import { authenticator, bearer, comeIn, comeInWith, invite, PASSWORD, post, roleOf } from '../support/newcomer.ts'

describe.each(engineKinds)('invitations on %s', (kind) => {
  let api: Api
  let admin: string
  beforeAll(async () => {
    api = await Api.open(kind)
    admin = await api.key('TH', 'admin')
  })
  afterAll(() => api.close())

  const ask = async (key: string, office: string, role: string, more: object = {}): Promise<Looked> => {
    const query = `mutation ($input: InviteOfficerInput!) { inviteOfficer(input: $input) {
      code invitation { id accountName } receipt { id } problems { code message(language: th) field } } }`
    const input = { office, role, language: 'th', idempotencyKey: api.idempotencyKey(), ...more }
    return (await api.ask(key, query, { input })).data.inviteOfficer
  }
  const focal = () => String(api.service.world.competent.get('TH')?.get('focal'))
  const codes = ({ problems }: Looked) => problems.map(({ code }: Looked) => code)

  test('an administrator invites to offices of the own country, with roles they have; the code is shown once', async () => {
    const idempotencyKey = api.idempotencyKey()
    const made = await ask(admin, focal(), 'FOCAL', { idempotencyKey })
    expect(made).toMatchObject({
      code: expect.stringMatching(/^([2-9A-HJ-NP-TV-Z]{5}-){4}[2-9A-HJ-NP-TV-Z]{5}$/),
      problems: [],
    })
    expect(made.invitation.accountName).toMatch(new RegExp(`^${focal()}-focal-[2-9a-z]{5}$`))
    expect(await ask(admin, focal(), 'FOCAL', { idempotencyKey })).toEqual({ ...made, code: null })
    expect(codes(await ask(admin, focal(), 'POST', { idempotencyKey }))).toEqual(['IDEMPOTENCY_KEY_REUSED'])
    const abroad = String(api.service.world.competent.get('LA')?.get('focal'))
    expect(codes(await ask(admin, abroad, 'FOCAL'))).toEqual(['OFFICE_OF_ANOTHER_COUNTRY'])
    expect(codes(await ask(admin, 'no-office', 'FOCAL'))).toEqual(['OFFICE_UNKNOWN'])
    expect(codes(await ask(admin, focal(), 'POST'))).toEqual(['OFFICE_LACKS_ROLE'])
    for (const role of ['focal', 'liaison', 'privacy'] satisfies Role[])
      expect(codes(await ask(await api.key('TH', role), focal(), 'FOCAL'))).toEqual(['NOT_YOUR_ROLE'])
    expect(codes(await ask(await api.keyOf('operator'), focal(), 'FOCAL'))).toEqual(['NOT_YOUR_ROLE'])
  })

  test('a second account of somebody is theirs for the four eyes, too', async () => {
    const abroad = await api.ask(await api.key('LA', 'admin'), '{ accounts(first: 1) { nodes { id } } }')
    const first = await comeInWith(api, (await ask(admin, focal(), 'FOCAL')).code)
    const known = (await api.ask(admin, '{ accounts(first: 100) { nodes { id name } } }')).data.accounts.nodes
    const samePersonAs = known.find(({ name }: Looked) => name === first.account).id
    const second = await comeInWith(api, (await ask(admin, focal(), 'FOCAL', { samePersonAs })).code)
    const other = await comeInWith(api, (await ask(admin, focal(), 'FOCAL')).code)
    const { accounts } = await everyRow(api.engine)
    const person = (account: string) => accounts.find(({ name }: Looked) => name === account)?.person
    expect(person(second.account)).toBe(person(first.account))
    expect(person(other.account)).not.toBe(person(first.account))
    for (const unknown of [abroad.data.accounts.nodes[0].id, 'nonsense', ''])
      expect(codes(await ask(admin, focal(), 'FOCAL', { samePersonAs: unknown }))).toEqual(['NOT_FOUND'])
  })

  test('the store holds no code, password, secret or token as it is', async () => {
    const { code } = await invite(api, 'TH', 'welfare')
    const newcomer = await comeIn(api, 'TH', 'welfare')
    const stored = JSON.stringify(await everyRow(api.engine))
    for (const secret of [
      code,
      code.replaceAll('-', ''),
      PASSWORD,
      newcomer.secret,
      newcomer.token,
      ...newcomer.recoveryCodes,
    ])
      expect(stored).not.toContain(secret)
  })

  test('an invited officer sets a password, enrols an authenticator, gets recovery codes once and is in', async () => {
    const { code, invitation } = await invite(api, 'TH', 'liaison')
    const begun = await post(api, 'invitation', {
      code: ` ${code.toLowerCase().replaceAll('-', ' ')} `,
      password: PASSWORD,
    })
    expect(begun).toMatchObject({ status: 200, body: { account: invitation.accountName } })
    const { secret, url } = begun.body.totp
    expect(url).toContain(`otpauth://totp/Mekong%20Liaison:${invitation.accountName}?secret=${secret}`)
    const { ticket } = begun.body
    expect((await post(api, 'invitation/finish', { ticket, code: '000000' })).code).toBe('CODE_WRONG')
    const done = await post(api, 'invitation/finish', { ticket, code: authenticator(secret, api.clock.now()) })
    expect(done.status).toBe(200)
    expect(new Set(done.body.recoveryCodes).size).toBe(10)
    expect(await roleOf(api, done.body.token)).toBe('LIAISON')
    const listed = await api.ask(admin, '{ accounts(first: 100) { nodes { name role revokedAt } } }')
    expect(listed.data.accounts.nodes).toContainEqual({
      name: invitation.accountName,
      role: 'LIAISON',
      revokedAt: null,
    })
    const journal = (await everyRow(api.engine)).journal.map((entry) => entry.kind)
    expect(journal).toEqual(expect.arrayContaining(['inviteOfficer', 'redeemInvitation']))
  })

  test('weak passwords are refused, each time with the same sentence', async () => {
    const { code, invitation } = await invite(api, 'TH', 'verifier')
    const weak = ['short', 'elevenchars', 'Password1234', 'aaaaaaaaaaaaaaaa', `${invitation.accountName}!!`]
    for (const password of weak) expect((await post(api, 'invitation', { code, password })).code).toBe('PASSWORD_WEAK')
    expect((await post(api, 'invitation', { code, password: 'รหัสผ่านยาวพอสมควรแล้ว' })).status).toBe(200)
  })

  test('a used, a revoked, an expired and an unknown invitation each have an answer of their own', async () => {
    const used = await invite(api, 'TH', 'guardian')
    const twice = await Promise.all([1, 2].map(() => post(api, 'invitation', { code: used.code, password: PASSWORD })))
    const finish = ({ body }: Looked) =>
      post(api, 'invitation/finish', { ticket: body.ticket, code: authenticator(body.totp.secret, api.clock.now()) })
    const both = await Promise.all(twice.map(finish))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 410])
    expect((await post(api, 'invitation', { code: used.code, password: PASSWORD })).code).toBe('INVITATION_USED')
    // The ticket as well is used up.
    for (const begun of twice) expect((await finish(begun)).code).toMatch(/SIGN_IN_RAN_OUT|INVITATION_USED/)

    const revoked = await invite(api, 'TH', 'guardian')
    const input = { invitation: revoked.invitation.id, idempotencyKey: api.idempotencyKey() }
    const query = `mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { invitation { state } problems { code } } }`
    const foreign = await api.ask(await api.key('LA', 'admin'), query, { input })
    expect(foreign.data.revokeInvitation.problems).toEqual([{ code: 'NOT_FOUND' }])
    const { data } = await api.ask(admin, query, { input })
    expect(data.revokeInvitation).toEqual({ invitation: { state: 'REVOKED' }, problems: [] })
    expect((await post(api, 'invitation', { code: revoked.code, password: PASSWORD })).code).toBe('INVITATION_USED')

    const late = await invite(api, 'TH', 'guardian')
    expect((await post(api, 'invitation', { code: `${late.code.slice(0, -1)}`, password: PASSWORD })).code).toBe(
      'INVITATION_UNKNOWN',
    )
    api.later(24 * 7)
    expect((await post(api, 'invitation', { code: late.code, password: PASSWORD })).code).toBe('INVITATION_EXPIRED')
  })

  test('an officer who lost everything comes in anew, and what opened the account before opens nothing', async () => {
    const old = await comeIn(api, 'TH', 'taskforce')
    const accounts = await api.ask(admin, '{ accounts(first: 100) { nodes { id name } } }')
    const { id } = accounts.data.accounts.nodes.find(({ name }: Looked) => name === old.account)
    const query = `mutation ($input: RenewAccessInput!) { renewAccess(input: $input) { code problems { code } } }`
    const renew = async (key: string) =>
      (await api.ask(key, query, { input: { account: id, idempotencyKey: api.idempotencyKey() } })).data.renewAccess
    expect((await renew(await api.key('LA', 'admin'))).problems).toEqual([{ code: 'NOT_FOUND' }])
    const { code } = await renew(admin)
    expect(await roleOf(api, old.token)).toBe('TASKFORCE')
    const begun = await post(api, 'invitation', { code, password: `${PASSWORD} again` })
    const finish = { ticket: begun.body.ticket, code: authenticator(begun.body.totp.secret, api.clock.now()) }
    const done = await post(api, 'invitation/finish', finish)
    expect(done.body.account).toBe(old.account)
    expect(await roleOf(api, done.body.token)).toBe('TASKFORCE')
    expect(await roleOf(api, old.token)).toBeNull()
    expect((await post(api, 'sign-in', { account: old.account, password: PASSWORD })).code).toBe('SIGN_IN_REFUSED')
  })

  /** The code of a renewal, and what it answers when it is used. */
  const renewalOf = async (account: string, key = admin): Promise<string> => {
    const { data } = await api.ask(admin, '{ accounts(first: 100) { nodes { id name } } }')
    const { id } = data.accounts.nodes.find(({ name }: Looked) => name === account)
    const query = 'mutation ($input: RenewAccessInput!) { renewAccess(input: $input) { code problems { code } } }'
    const answer = await api.ask(key, query, { input: { account: id, idempotencyKey: api.idempotencyKey() } })
    return answer.data.renewAccess.code
  }
  const begin = (code: string) => post(api, 'invitation', { code, password: PASSWORD })
  const revokeAccount = async (account: string) => {
    const { data } = await api.ask(admin, '{ accounts(first: 100) { nodes { id name } } }')
    const { id } = data.accounts.nodes.find(({ name }: Looked) => name === account)
    const query = 'mutation ($input: RevokeAccountInput!) { revokeAccount(input: $input) { problems { code } } }'
    return api.ask(admin, query, { input: { account: id, idempotencyKey: api.idempotencyKey() } })
  }

  test('a newer code for an account ends the older one, and no second one takes the account again', async () => {
    const { account } = await comeIn(api, 'TH', 'privacy')
    const [older, newer] = [await renewalOf(account), await renewalOf(account)]
    expect((await begin(older)).code).toBe('INVITATION_USED')
    const { token } = await comeInWith(api, newer)
    expect(await roleOf(api, token)).toBe('PRIVACY')
    // Two that were made at one moment: one of them is good.
    const twins = await Promise.all([renewalOf(account), renewalOf(account)])
    const begun = await Promise.all(twins.map(begin))
    const good = twins.filter((_, at) => begun[at]?.status === 200)
    const [one, ...others] = good
    expect(one).toBeDefined()
    const taken = await comeInWith(api, String(one))
    for (const code of others) expect((await begin(code)).code).toBe('INVITATION_USED')
    expect(await roleOf(api, taken.token)).toBe('PRIVACY')
    // What was begun with the other code goes no further.
    for (const { body } of begun.filter(({ status }) => status === 200)) {
      const code = authenticator(body.totp.secret, api.clock.now())
      expect((await post(api, 'invitation/finish', { ticket: body.ticket, code })).code).toBe('INVITATION_USED')
    }
    expect(await roleOf(api, taken.token)).toBe('PRIVACY')
  })

  test('whom a revoked administrator invited does not come in, nor does anybody into a revoked account', async () => {
    const other = await comeIn(api, 'TH', 'admin')
    const officer = await comeIn(api, 'TH', 'welfare')
    const invited = await ask(other.token, focal(), 'FOCAL')
    const renewal = await renewalOf(officer.account, other.token)
    const kept = await ask(admin, focal(), 'FOCAL')
    const half = await begin(invited.code)
    const into = await renewalOf((await comeIn(api, 'TH', 'welfare')).account)
    await revokeAccount(other.account)
    for (const code of [invited.code, renewal]) expect((await begin(code)).code).toBe('INVITATION_USED')
    const code = authenticator(half.body.totp.secret, api.clock.now())
    expect((await post(api, 'invitation/finish', { ticket: half.body.ticket, code })).code).toBe('INVITATION_USED')
    const { data } = await api.ask(admin, '{ invitations(first: 100) { nodes { id state } } }')
    expect(data.invitations.nodes).toContainEqual({ id: invited.invitation.id, state: 'REVOKED' })
    expect(await roleOf(api, (await comeInWith(api, kept.code)).token)).toBe('FOCAL')
    expect(await roleOf(api, officer.token)).toBe('WELFARE')
    expect((await begin(into)).status).toBe(200)
  })

  test('keys of the administrator that stand for nobody present cannot invite', async () => {
    const newcomer = await comeIn(api, 'TH', 'admin')
    expect((await ask(newcomer.token, focal(), 'FOCAL')).problems).toEqual([])
    api.later(0.2)
    expect(codes(await ask(newcomer.token, focal(), 'FOCAL'))).toEqual(['STEP_UP_NEEDED'])
    expect((await post(api, 'step-up', { code: newcomer.recoveryCodes[0] }, bearer(newcomer.token))).status).toBe(200)
    expect((await ask(newcomer.token, focal(), 'FOCAL')).problems).toEqual([])
  })
})
