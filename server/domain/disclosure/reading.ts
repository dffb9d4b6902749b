import type { Actor } from '../cases/actor.ts'
import type { Role } from '../cases/roles.ts'
import type { CountryCode } from '../kernel/country.ts'
import type { AccountId, CaseId, Code, OfficeId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { KnownTo } from '../retention/certificate.ts'
import type { CaseView } from './case-view.ts'

/** By which question a case was read. */
export type ReadWay = 'case' | 'list' | 'work' | 'handover' | 'meeting' | 'act' | 'node'

/** One reading of one case: who, in which role, how and for what. Nothing of what was read. */
export interface Reading extends KnownTo {
  readonly caseId: CaseId
  readonly account: AccountId
  readonly office: OfficeId
  readonly country: CountryCode
  readonly role: Role
  readonly how: ReadWay
  readonly purpose: Code
  readonly at: Instant
}

/** A reading as the log keeps it. */
export interface Disclosure extends Reading {
  readonly id: string
}

/** What a role reads for, where it owes nothing in the case. */
const OF_ROLE: Partial<Record<Role, string>> = { supervisor: 'oversight', focal: 'oversight', guardian: 'protection' }
const purposeOf = (role: Role): Code => (OF_ROLE[role] ?? 'follow') as Code

export function readingOf(
  view: CaseView,
  { account, office, country, role }: Actor,
  how: ReadWay,
  at: Instant,
): Reading {
  // The gate lets nobody through who has no country.
  if (country === null) throw new Error('a reader without a country sees no case')
  const owes = view.openOwners.some((one) => one.country === country && one.role === role)
  const purpose = owes ? ('own-step' as Code) : purposeOf(role)
  return { caseId: view.id, account, office, country, role, how, purpose, at, ...view.knownTo }
}

/**
 * A reading as the privacy officer of a country sees it. Of the other country’s officers it is not told that a step waited
 * for them: that would say when a finding was made which belongs to their side.
 */
export const seeDisclosure = (one: Disclosure, country: CountryCode): Disclosure =>
  one.country === country ? one : { ...one, purpose: purposeOf(one.role) }
