import type { Role } from '../cases/roles.ts'
import type { CountryCode } from '../kernel/country.ts'
import type { AccountId, InvitationId, OfficeId, PersonId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Language } from '../kernel/language.ts'

/** An account that waits for its officer. */
export interface Invitation {
  readonly id: InvitationId
  /** Made by the service from the office and the role: no name of a person gets in by it. */
  readonly name: string
  /** An account that is there, whose officer comes in anew; null where it is made when the invitation is redeemed. */
  readonly account: AccountId | null
  /** Who is invited: somebody new, or somebody who has another account; four eyes count persons. */
  readonly person: PersonId
  readonly office: OfficeId
  readonly country: CountryCode | null
  readonly role: Role
  readonly language: Language
  /** Null: invited by the operator. */
  readonly invitedBy: AccountId | null
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly usedAt: Instant | null
  readonly revokedAt: Instant | null
}
export const invitationStates = ['open', 'used', 'revoked', 'expired'] as const
export type InvitationState = (typeof invitationStates)[number]

export function stateOf({ usedAt, revokedAt, expiresAt }: Invitation, now: Instant): InvitationState {
  if (usedAt) return 'used'
  if (revokedAt) return 'revoked'
  return now < expiresAt ? 'open' : 'expired'
}
