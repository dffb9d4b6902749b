import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { unstorable } from '../support/hostile/alphabets.ts'
import { bearer, comeIn, post } from '../support/newcomer.ts'

/** Every text that the routes of signing in take, one route after the other. */
const TEXTS: readonly (readonly [string, readonly string[]])[] = [
  ['sign-in', ['account', 'password']],
  ['second-step', ['ticket', 'code']],
  ['invitation', ['code', 'password']],
  ['invitation/finish', ['ticket', 'code']],
  ['step-up', ['code']],
  ['sessions/end', ['session']],
  ['password', ['password', 'newPassword']],
  ['recovery-codes', ['code']],
]

describe.each(engineKinds)('letters that no store takes on %s', (kind) => {
  let api: Api
  beforeAll(async () => {
    api = await Api.open(kind)
  })
  afterAll(() => api.close())

  test('are refused in every text of signing in, with or without a session', async () => {
    const { token } = await comeIn(api, 'TH', 'focal')
    for (const letter of unstorable)
      for (const [path, fields] of TEXTS)
        for (const field of fields) {
          const plain = Object.fromEntries(fields.map((one) => [one, 'some text']))
          const body = { ...plain, [field]: `some${letter}text` }
          for (const headers of [{}, bearer(token)]) {
            const { status, code } = await post(api, path, body, headers)
            expect([path, field, status, code]).toEqual([
              path,
              field,
              expect.any(Number),
              expect.stringMatching(/^(BAD_REQUEST|UNAUTHENTICATED)$/),
            ])
            expect(status).toBeLessThan(500)
          }
        }
  })

  test('make no receipt', async () => {
    const key = await api.key('TH', 'liaison')
    const query = 'query ($id: ID!, $leaf: String!) { receipt(id: $id, leaf: $leaf) { id } }'
    for (const letter of unstorable)
      for (const variables of [
        { id: letter, leaf: '0'.repeat(64) },
        { id: '00000000-0000-4000-8000-000000000000', leaf: letter },
        { id: letter, leaf: letter },
      ])
        expect(await api.ask(key, query, variables)).toMatchObject({ status: 200, data: { receipt: null } })
  })
})
