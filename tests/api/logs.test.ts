import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { WitnessRefused } from '../../server/services/log/log-work.ts'
import { LogForked } from '../../server/services/log/publish.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { bearer, comeIn, PASSWORD, post } from '../support/newcomer.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

/** Nothing that somebody typed is in the log: not what was taken, not what was refused, not what broke. */
describe.each(engineKinds)('the log on %s', (kind) => {
  const lines: string[] = []
  let api: Api
  let key: string
  let caseId: string
  beforeAll(async () => {
    api = await Api.open(kind)
    Object.assign(api, {
      app: buildApp(api.service, { LOG_LEVEL: 'trace', TRUST_PROXY: false }, { write: (line) => lines.push(line) }),
    })
    const way = new WayOverHttp(api)
    key = await way.key('TH', 'liaison')
    caseId = await way.draft('TH', 'LA', { note: { text: 'Planted words of a note.' } })
  })
  afterAll(() => api.close())

  const update = 'mutation ($input: UpdateDraftInput!) { updateDraft(input: $input) { problems { code } } }'
  const asked: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'a note that is refused',
      () => api.act(key, 'draftRequest', { note: { text: 'planted 081 234 5678' } }).catch(() => null),
    ],
    ['a variable of the wrong type', () => api.ask(key, update, { input: 'planted as a variable' })],
    ['a code that is none', () => api.ask(key, update, { input: { caseId, sex: 'planted as a code' } })],
    ['a broken body', () => api.post('{"planted', { authorization: `Bearer ${key}` })],
    ['a broken query', () => api.ask(key, 'query { planted }')],
    ['a path', () => api.app.inject({ method: 'GET', url: '/planted/path?planted=query' })],
    ['a key', () => api.ask('planted-key', 'query { viewer { role } }')],
    ['a password', () => post(api, 'sign-in', { account: 'planted-account', password: 'planted password' })],
    ['a code', () => post(api, 'second-step', { ticket: 'planted-ticket', code: 'planted' })],
    ['an invitation', () => post(api, 'invitation', { code: 'planted', password: 'planted password' })],
    ['a cookie', () => post(api, 'sign-out', {}, { cookie: '__Host-liaison=planted', origin: 'https://planted' })],
  ]
  test.each(asked)('%s', async (_what, ask) => {
    const before = lines.length
    await ask()
    expect(lines.length).toBeGreaterThan(before)
    expect(lines.join('').toLowerCase()).not.toContain('planted')
  })

  test('each outcome of signing in is one line, with the account as a hash that is always the same', async () => {
    const { account, secret, token } = await comeIn(api, 'TH', 'welfare')
    const since = lines.length
    for (const password of ['wrong', PASSWORD]) await post(api, 'sign-in', { account, password })
    await post(api, 'step-up', { code: '000000' }, bearer(token))
    await post(api, 'sign-in', { account: 'planted-account', password: 'x' })
    await post(api, 'sign-in', {})
    const told = lines
      .slice(since)
      .map((line) => JSON.parse(line))
      .filter(({ msg }) => msg === 'sign-in')
    expect(told.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['/auth/sign-in', 'SIGN_IN_REFUSED'],
      ['/auth/sign-in', 'DONE'],
      ['/auth/step-up', 'CODE_WRONG'],
      ['/auth/sign-in', 'SIGN_IN_REFUSED'],
      ['/auth/sign-in', 'BAD_REQUEST'],
    ])
    const [refused, done, wrong, other, none] = told.map((line) => line.account)
    expect(refused).toMatch(/^[0-9a-f]{64}$/)
    expect([wrong, other, none]).toEqual([refused, expect.not.stringContaining(refused), null])
    expect(done).toBe(refused)
    for (const text of [account, secret, token, PASSWORD, 'planted']) expect(lines.join('')).not.toContain(text)
  })

  /** As a driver throws it: with the row it was about. */
  const broken = Object.assign(new Error('not JSON: "planted words"'), {
    code: '23505',
    detail: 'Key (note)=(planted words)',
  })

  test('a case that is read and acted on leaves nothing of itself there', async () => {
    const query = 'query ($id: ID!) { case(id: $id) { reference notes { text } journal { action } } }'
    const { data } = await api.ask(key, query, { id: caseId })
    expect(data.case.notes).toHaveLength(1)
    await api.ask(key, 'query ($reference: String) { case(reference: $reference) { id } }', data.case)
    expect(lines.join('')).not.toContain(data.case.reference)
    expect(lines.join('')).not.toContain(caseId)
  })

  test.each([
    ['LogForked', new LogForked('the log of 8 entries does not continue the 9 that were signed')],
    ['WitnessRefused', new WitnessRefused('the checkpoint of 8 entries is not signed by the witness of KH')],
  ])('%s is told by its name and its sentence', (type, error) => {
    api.app.log.error({ err: error }, 'a job failed')
    const { err, msg } = JSON.parse(lines.at(-1) ?? '')
    expect([err.type, err.message, msg]).toEqual([type, error.message, 'a job failed'])
    expect(err.stack).toMatch(/^\s+at /)
  })

  test('an unexpected failure is told by its kind and place, without what was being written', async () => {
    // The store goes away under the service.
    Object.assign(api.service, { engine: { ...api.engine, all: () => Promise.reject(broken) } })
    await api.ask(key, 'query ($id: ID) { case(id: $id) { reference } }', { id: 'planted' })
    expect(lines.join('')).toContain('unexpected failure')
    expect(lines.join('').toLowerCase()).not.toContain('planted')
  })
})
