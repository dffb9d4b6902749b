import type { AccountId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { endAccountWrite } from './account-queries.ts'
import { dropCredentialsWrite, recoveryCodesWrites } from './credential-queries.ts'
import { dropIdentitiesWrite } from './identity-queries.ts'
import { revokeKeysWrite } from './key-queries.ts'
import { revokeSessionsWrite } from './session-queries.ts'
import type { Write } from './statement.ts'

/** Nothing that opened an account opens it any more: sessions, keys, password, codes, the identity provider's word. */
export const shutOutWrites = (account: AccountId, at: Instant): readonly Write[] => [
  revokeSessionsWrite(account, at),
  revokeKeysWrite(account, at),
  dropCredentialsWrite(account),
  ...recoveryCodesWrites(account, []),
  dropIdentitiesWrite(account),
]

/** Ends an account and all that opens it, in one commit. */
export const revokeAccountWrites = (account: AccountId, at: Instant): readonly Write[] => [
  endAccountWrite(account, at),
  ...shutOutWrites(account, at),
]
