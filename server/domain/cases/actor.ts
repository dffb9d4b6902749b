import type { CountryCode } from '../kernel/country.ts'
import type { AccountId, OfficeId, PersonId } from '../kernel/ids.ts'
import type { Role } from './roles.ts'

/** Who is asking: an account of one office, with one role. `country` is null for the secretariat and the operator. */
export interface Actor {
  readonly account: AccountId
  readonly name: string
  /** One human may hold two accounts; four eyes means two persons. */
  readonly person: PersonId
  readonly office: OfficeId
  readonly country: CountryCode | null
  readonly role: Role
  /** Offices of its country that delegated this role to its own office for today. */
  readonly standsInFor: readonly OfficeId[]
}
