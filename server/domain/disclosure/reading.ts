import type { Actor } from '../cases/actor.ts'
import type { Role } from '../cases/roles.ts'
import type { CountryCode } from '../kernel/country.ts'
import type { AccountId, CaseId, Code, OfficeId } from '../kernel/ids.ts'
import type { Instant } from '../kernel/instant.ts'
import type { KnownTo } from '../retention/certificate.ts'
import type { CaseView } from './case-view.ts'

/** By which question a case was read. */
export type ReadWay = 'case' | 'list' | 'work' | 'handover' | 'meeting' | 'act' | 'node' | 'letter'

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

/** A reading as it is shown: who of the other country it was is left out. */
export interface SeenDisclosure extends Omit<Disclosure, 'office' | 'role' | 'purpose'> {
  readonly office: OfficeId | null
  readonly role: Role | null
  readonly purpose: Code | null
  readonly own: boolean
}

/**
 * A reading as the privacy officer of a country sees it. Of the other country’s readers the country and the day: a guardian
 * who read just before a case stopped would tell why it did.
 */
export const seeDisclosure = (one: Disclosure, country: CountryCode): SeenDisclosure =>
  one.country === country
    ? { ...one, own: true }
    : {
        ...one,
        office: null,
        role: null,
        purpose: null,
        at: `${one.at.slice(0, 10)}T00:00:00.000Z` as Instant,
        own: false,
      }
