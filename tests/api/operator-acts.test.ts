import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unattendedKey } from '../../server/domain/access/key-scope.ts'
import type { OfficeId } from '../../server/domain/kernel/ids.ts'
import { inviteByOperator } from '../../server/services/access/invitations.ts'
import { createAccountByOperator, revokeAccount } from '../../server/services/accounts.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { everyRow } from '../support/every-row.ts'

describe.each(engineKinds)('what the operator decides about accounts on %s', (kind) => {
  let api: Api
  beforeAll(async () => {
    api = await Api.open(kind)
  })
  afterAll(() => api.close())

  const said = async () =>
    (await everyRow(api.engine)).journalContent.map(({ content }) => {
      const { kind, by, access } = JSON.parse(content)
      return { kind, by, access }
    })
  const by = { role: 'operator' }

  test('is in the journal, without a name or a secret, and nothing is when it is refused', async () => {
    const office = 'la-mlsw' as OfficeId
    const wanted = { name: 'la-desk', office, role: 'focal', language: 'lo', validDays: 1, demo: false } as const
    const made = await createAccountByOperator(api.service, { ...wanted, scope: unattendedKey })
    const invited = await inviteByOperator(api.service, { office, role: 'focal', language: 'lo' })
    expect(await revokeAccount(api.service, wanted.name)).toBe(true)
    expect(await revokeAccount(api.service, wanted.name)).toBe(false)
    expect(await revokeAccount(api.service, 'la-nobody')).toBe(false)
    expect(await createAccountByOperator(api.service, wanted)).toEqual({ fault: 'name-taken' })
    const { accounts, invitations } = await everyRow(api.engine)
    const of = { office, role: 'focal' }
    const account = { type: 'Account', id: accounts[0]?.id, ...of }
    expect(await said()).toEqual(
      expect.arrayContaining([
        { kind: 'createAccount', by, access: { ...account, scope: 'unattended' } },
        { kind: 'inviteOfficer', by, access: { type: 'Invitation', id: invitations[0]?.id, ...of } },
        { kind: 'revokeAccount', by, access: account },
      ]),
    )
    const { journalContent } = await everyRow(api.engine)
    expect(journalContent).toHaveLength(3)
    for (const secret of [wanted.name, 'key' in made && made.key, 'code' in invited && invited.code])
      expect(JSON.stringify(journalContent)).not.toContain(secret)
  })
})
