import type { AccountId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { endAccountWrite } from './account-queries.ts'
import { dropCredentialsWrite, recoveryCodesWrites } from './credential-queries.ts'
import { dropIdentitiesWrite } from './identity-queries.ts'
import { revokeInvitationsWrite } from './invitation-queries.ts'
import { revokeKeysWrite } from './key-queries.ts'
import { revokeSessionsWrite } from './session-queries.ts'
import type { Write } from './statement.ts'
import { dropSecondStepsWrite } from './ticket-queries.ts'

/** Nothing that opened an account opens it any more: sessions, keys, password, codes, the identity provider's word, half a sign-in. */
export const shutOutWrites = (account: AccountId, at: Instant): readonly Write[] => [
  dropCredentialsWrite(account),
  ...recoveryCodesWrites(account, []),
  dropIdentitiesWrite(account),
  dropSecondStepsWrite(account),
  revokeKeysWrite(account, at),
  revokeSessionsWrite(account, at),
]

/** Ends an account, all that opens it and whom it invited, in one commit. */
export const revokeAccountWrites = (account: AccountId, at: Instant): readonly Write[] => [
  endAccountWrite(account, at),
  revokeInvitationsWrite(account, at, account),
  ...shutOutWrites(account, at),
]
