import { type Account, accountById, accountIdByName, accountWrite, personOf } from '../../db/account-queries.ts'
import { revokeAccountWrites } from '../../db/account-revocation.ts'
import { keyWrite } from '../../db/key-queries.ts'
import type { Write } from '../../db/statement.ts'
import { momentOf, randomKey } from '../chance.ts'
import { type KeyScope, officerKey } from '../domain/access/key-scope.ts'
import type { Role } from '../domain/cases/roles.ts'
import type { AccountId, OfficeId, PersonId } from '../domain/kernel/ids.ts'
import { DAY, plus } from '../domain/kernel/instant.ts'
import type { Language } from '../domain/kernel/language.ts'
import type { Moment } from '../domain/kernel/moment.ts'
import { operatorEntryWrites } from './access/operator-entry.ts'
import { refreshStaff } from './attendance.ts'
import type { Service } from './service.ts'
import { keyHash } from './sign-in.ts'

/** Why an account cannot be made. */
type AccountFault = 'name-taken' | 'office-unknown' | 'office-lacks-role' | 'person-unknown'

export interface Wanted {
  readonly name: string
  readonly office: OfficeId
  readonly role: Role
  readonly language: Language
  /** Null: the key does not run out by itself. */
  readonly validDays: number | null
  readonly demo: boolean
  /** Another account of the same person: four eyes count persons, not accounts. */
  readonly samePersonAs?: string
  /** What the key may do; left out, all but what asks for a second factor. */
  readonly scope?: KeyScope
}

type Made = { readonly key: string } | { readonly fault: AccountFault }

/** Makes an account of a world that is invented, by nobody. */
export const createAccount = (service: Service, wanted: Wanted): Promise<Made> => make(service, wanted, () => [])

/** The same by the operator, on the machine itself: the journal has it. */
export const createAccountByOperator = (service: Service, wanted: Wanted): Promise<Made> =>
  make(service, wanted, ({ account, office, role }, scope, at) =>
    operatorEntryWrites('createAccount', { type: 'Account', id: account, office, role, scope }, at),
  )

/** An account bound to one office and one role. The key is in the answer and nowhere else: only its hash is kept. */
async function make(
  service: Service,
  wanted: Wanted,
  entryOf: (account: Account, scope: KeyScope['kind'], at: Moment) => readonly Write[],
): Promise<Made> {
  const office = service.world.offices.get(wanted.office)
  if (!office) return { fault: 'office-unknown' }
  if (!office.roles.includes(wanted.role)) return { fault: 'office-lacks-role' }
  if (await accountIdByName(service.engine, wanted.name)) return { fault: 'name-taken' }
  const at = momentOf(service.clock)
  const person = wanted.samePersonAs ? await personOf(service.engine, wanted.samePersonAs) : (at.newId() as PersonId)
  if (!person) return { fault: 'person-unknown' }
  const key = randomKey()
  const account: Account = {
    account: at.newId() as AccountId,
    name: wanted.name,
    person,
    office: office.id,
    country: office.country,
    role: wanted.role,
    language: wanted.language,
  }
  const madeKey = {
    hash: keyHash(key),
    account: account.account,
    expiresAt: wanted.validDays === null ? null : plus(at.now, wanted.validDays * DAY),
    id: null,
    scope: wanted.scope ?? officerKey,
  }
  const lost = await service.engine.commit([
    accountWrite(account, wanted.demo, at.now),
    keyWrite(madeKey, at.now),
    ...entryOf(account, madeKey.scope.kind, at),
  ])
  if (lost) return { fault: 'name-taken' }
  await refreshStaff(service)
  return { key }
}

/** Ends an account and all its keys, at once, by the operator; false when there is none of this name that is not ended. */
export async function revokeAccount(service: Service, name: string): Promise<boolean> {
  const account = await accountIdByName(service.engine, name)
  const found = account && (await accountById(service.engine, account))
  if (!found) return false
  const at = momentOf(service.clock)
  const { office, role } = found
  const entry = operatorEntryWrites('revokeAccount', { type: 'Account', id: account, office, role }, at)
  const lost = await service.engine.commit([...revokeAccountWrites(account, at.now), ...entry])
  await service.live.checkSignedIn()
  await refreshStaff(service)
  return lost === null
}
