import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { endKeyWrite } from '../../db/key-queries.ts'
import { idOf } from '../../schema/global-id.ts'
import { momentOf } from '../../server/chance.ts'
import type { KeyId } from '../../server/domain/kernel/ids.ts'
import { plus } from '../../server/domain/kernel/instant.ts'
import { createAccount } from '../../server/services/accounts.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { everyRow } from '../support/every-row.ts'
import { roleOf } from '../support/newcomer.ts'
import { papers, WayOverHttp } from '../support/way-over-http.ts'

describe.each(engineKinds)('keys of national systems on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  let admin: string
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
    admin = await api.key('LA', 'admin')
  })
  afterAll(() => api.close())

  const FIELDS =
    'apiKey { id accountName readOnly acts expiresAt revokedAt office { name } } receipt { id } problems { code field }'
  const run = async (name: string, input: object, key = admin): Promise<Looked> => {
    const secret = name === 'revokeApiKey' ? '' : 'key'
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${secret} ${FIELDS} } }`
    const answer = await api.ask(key, query, { input: { idempotencyKey: api.idempotencyKey(), ...input } })
    if (answer.errors) throw new Error(JSON.stringify(answer.errors))
    return answer.data[name]
  }
  const focal = () => ({
    office: api.service.world.competent.get('LA')?.get('focal'),
    role: 'FOCAL',
    language: 'lo',
    validDays: 30,
  })
  const codes = ({ problems }: Looked) => problems.map(({ code }: Looked) => code)

  test('a key that only reads reads, and does nothing', async () => {
    const made = await run('createApiKey', focal())
    expect(made).toMatchObject({
      key: expect.stringMatching(/^ml_/),
      apiKey: { readOnly: true, acts: [] },
      problems: [],
    })
    const caseId = await way.send('TH', 'LA')
    expect(await way.version(made.key, caseId)).toBeGreaterThan(0)
    const input = { caseId, expectedVersion: await way.version(made.key, caseId) }
    expect(codes(await api.act(made.key, 'acknowledgeRequest', input))).toEqual(['KEY_SCOPE'])
    expect(JSON.stringify(await everyRow(api.engine))).not.toContain(made.key)
  })

  test('a key does the acts it names, those of the second factor among them, and no other; the journal names the system', async () => {
    const made = await run('createApiKey', { ...focal(), acts: ['ACCEPT_RETURN'] })
    const caseId = await way.trace('TH', 'LA')
    await way.must(await way.key('TH', 'focal'), 'recordRiskAssessment', {
      caseId,
      risk: 'none',
      refoulementConcern: false,
      assessedOn: '2026-03-02',
    })
    const version = async () => ({ caseId, expectedVersion: await way.version(made.key, caseId) })
    expect(codes(await api.act(made.key, 'placeOnHold', { ...(await version()), reason: 'case-disputed' }))).toEqual([
      'KEY_SCOPE',
    ])
    const accepted = await api.act(made.key, 'acceptReturn', { ...(await version()), ...papers })
    expect(accepted.problems).toEqual([])
    const { acts } = await everyRow(api.engine)
    const { accounts } = await everyRow(api.engine)
    const system = accounts.find(({ name }) => name === made.apiKey.accountName)
    expect(acts.filter(({ account }) => account === system?.id).map(({ action }) => action)).toEqual(['acceptReturn'])
    expect(api.service.staff.has(`${system?.office} focal`)).toBe(true) // the officers of the tests
  })

  test('a system is not staff: a step that only it could do is one for which nobody is there', async () => {
    const office = api.service.world.competent.get('LA')?.get('guardian')
    await run('createApiKey', { ...focal(), office, role: 'GUARDIAN' })
    expect(api.service.staff.has(`${office} guardian`)).toBe(false)
  })

  test('a new key runs beside the old one for the overlap, then alone, until its own day', async () => {
    const old = await run('createApiKey', focal())
    const rotated = await run('rotateApiKey', { apiKey: old.apiKey.id, overlapHours: 24, validDays: 10 })
    expect(rotated.apiKey.accountName).toBe(old.apiKey.accountName)
    expect(rotated.apiKey.id).not.toBe(old.apiKey.id)
    for (const { key } of [old, rotated]) expect(await roleOf(api, key)).toBe('FOCAL')
    api.later(24)
    expect(await roleOf(api, rotated.key)).toBe('FOCAL')
    const late = await api.ask(old.key, '{ viewer { role } }')
    expect([late.status, late.errors[0].extensions.reason]).toEqual([401, 'TOKEN_EXPIRED'])
    expect(codes(await run('rotateApiKey', { apiKey: old.apiKey.id, overlapHours: 0, validDays: 1 }))).toEqual([
      'NOT_FOUND',
    ])
    api.later(24 * 9)
    expect(await roleOf(api, rotated.key)).toBeNull()
  })

  test('a revoked key opens nothing from the next request on', async () => {
    const made = await run('createApiKey', focal())
    expect(codes(await run('revokeApiKey', { apiKey: made.apiKey.id }, await api.key('TH', 'admin')))).toEqual([
      'NOT_FOUND',
    ])
    expect(await roleOf(api, made.key)).toBe('FOCAL')
    expect((await run('revokeApiKey', { apiKey: made.apiKey.id })).apiKey.revokedAt).toBe(api.clock.now())
    const { errors } = await api.ask(made.key, '{ viewer { role } }')
    expect(errors[0].extensions).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'TOKEN_REVOKED' })
    expect(codes(await run('revokeApiKey', { apiKey: made.apiKey.id }))).toEqual(['NOT_FOUND'])
  })

  test('a key that is revoked while it is rotated does not come back by it', async () => {
    for (const first of ['rotateApiKey', 'revokeApiKey']) {
      const { apiKey, key } = await run('createApiKey', focal())
      const rotate = () => run('rotateApiKey', { apiKey: apiKey.id, overlapHours: 24, validDays: 10 })
      const revoke = () => run('revokeApiKey', { apiKey: apiKey.id })
      const [rotated, revoked] = await Promise.all(
        first === 'rotateApiKey' ? [rotate(), revoke()] : [revoke(), rotate()].toReversed(),
      )
      expect(codes(revoked)).toEqual([])
      expect(await roleOf(api, key)).toBeNull()
      // Either there was a new key before the old one was revoked, or there is none.
      if (rotated.key === null) expect(codes(rotated)).toEqual(['NOT_FOUND'])
      else expect(await roleOf(api, rotated.key)).toBe('FOCAL')
      expect(codes(await rotate())).toEqual(['NOT_FOUND'])
    }
  })

  test('a rotation that was decided before the key was revoked is refused when it is written', async () => {
    const { apiKey, key } = await run('createApiKey', focal())
    await run('revokeApiKey', { apiKey: apiKey.id })
    const { now } = momentOf(api.clock)
    const write = endKeyWrite(idOf('ApiKey', apiKey.id) as KeyId, plus(now, 3_600_000), now)
    expect(await api.engine.commit([write])).toBe('conflict')
    expect(await roleOf(api, key)).toBeNull()
  })

  test('a key that ends before the overlap does keeps its day when it is replaced', async () => {
    const old = await run('createApiKey', { ...focal(), validDays: 1 })
    await run('rotateApiKey', { apiKey: old.apiKey.id, overlapHours: 168, validDays: 10 })
    const { data } = await api.ask(admin, '{ apiKeys(first: 100) { nodes { id expiresAt } } }')
    expect(data.apiKeys.nodes).toContainEqual({ id: old.apiKey.id, expiresAt: old.apiKey.expiresAt })
  })

  test('nobody comes in by the account of a system', async () => {
    const made = await run('createApiKey', focal())
    const { data } = await api.ask(admin, '{ accounts(first: 100) { nodes { id name } } }')
    const account = data.accounts.nodes.find(({ name }: Looked) => name === made.apiKey.accountName).id
    const query = 'mutation ($input: RenewAccessInput!) { renewAccess(input: $input) { code problems { code field } } }'
    const answer = await api.ask(admin, query, { input: { account, idempotencyKey: api.idempotencyKey() } })
    expect(answer.data.renewAccess).toEqual({ code: null, problems: [{ code: 'NOT_FOUND', field: ['account'] }] })
  })

  test('what a key may not be', async () => {
    const abroad = api.service.world.competent.get('TH')?.get('focal')
    expect(codes(await run('createApiKey', { ...focal(), office: abroad }))).toEqual(['OFFICE_OF_ANOTHER_COUNTRY'])
    for (const validDays of [0, 367])
      expect(codes(await run('createApiKey', { ...focal(), validDays }))).toEqual(['NUMBER_OUT_OF_RANGE'])
    expect(codes(await run('createApiKey', { ...focal(), acts: [] }))).toEqual(['CODES_MISSING'])
    // Four eyes are those of persons.
    expect(codes(await run('createApiKey', { ...focal(), acts: ['REVIEW_REQUEST'] }))).toEqual(['KEY_SCOPE'])
    expect(codes(await run('createApiKey', focal(), await api.key('LA', 'focal')))).toEqual(['NOT_YOUR_ROLE'])
    const list = '{ apiKeys(first: 100) { nodes { accountName } } }'
    expect((await api.ask(admin, list)).data.apiKeys.nodes.length).toBeGreaterThan(3)
    for (const key of [await api.key('LA', 'focal'), await api.key('TH', 'admin'), await api.keyOf('operator')])
      expect((await api.ask(key, list)).data.apiKeys.nodes).toEqual([])
  })

  test('a demo’s officers count as proved in a demo alone', async () => {
    const office = api.service.world.competent.get('LA')?.get('focal')
    const wanted = {
      name: 'la-demo-focal',
      office: office as never,
      role: 'focal',
      language: 'lo',
      validDays: null,
      demo: true,
    } as const
    const made = await createAccount(api.service, wanted)
    if ('fault' in made) throw new Error(made.fault)
    const caseId = await way.trace('TH', 'LA')
    const accept = async () =>
      codes(
        await api.act(made.key, 'acceptReturn', {
          caseId,
          ...papers,
          expectedVersion: await way.version(made.key, caseId),
        }),
      )
    expect(await accept()).toEqual(['STEP_UP_NEEDED'])
    Object.assign(api.service, { fictitious: true })
    expect(await accept()).not.toContain('STEP_UP_NEEDED')
    Object.assign(api.service, { fictitious: false })
  })
})
