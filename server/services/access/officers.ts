import { accountById, accountsOf, type ListedAccount } from '../../../db/account-queries.ts'
import { revokeAccountWrites } from '../../../db/account-revocation.ts'
import { mayAsk } from '../../domain/disclosure/question-rules.ts'
import type { AccountId } from '../../domain/kernel/ids.ts'
import { refuse } from '../../domain/kernel/problem.ts'
import { pageOf } from '../page.ts'
import type { Service } from '../service.ts'
import type { Account } from '../sign-in.ts'
import { administer } from './administer.ts'

/** Ends an account of the administrator's own country and all that opens it: its next request is refused. */
export const revokeOfficer = (service: Service, by: Account, key: string, account: AccountId) =>
  administer(
    service,
    by,
    { name: 'revokeAccount', type: 'Account', key, input: { account } },
    async (_country, { now }) => {
      const found = await seeAccount(service, by, account)
      if (!found || found.revokedAt) return refuse('NOT_FOUND', {}, ['account'])
      const { office, role } = found
      return { id: account, office, role, writes: revokeAccountWrites(account, now), secret: null }
    },
  )

/** An account of the caller's own country, for its administrator. */
export async function seeAccount(service: Service, by: Account, id: AccountId): Promise<ListedAccount | null> {
  const found = mayAsk('accounts', by.role) ? await accountById(service.engine, id) : null
  return found && found.country === by.country ? found : null
}
export const listAccounts = async (service: Service, by: Account, after: string | null, first: number) =>
  pageOf(
    mayAsk('accounts', by.role) && by.country
      ? await accountsOf(service.engine, by.country, after ?? '', first + 1)
      : [],
    first,
  )
