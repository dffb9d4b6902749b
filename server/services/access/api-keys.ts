import { accountWrite } from '../../../db/account-queries.ts'
import { endKeyWrite, keyById, keysOf, keyWrite, revokeKeyWrite, type StoredKey } from '../../../db/key-queries.ts'
import { randomKey } from '../../chance.ts'
import { type KeyScope, notForSystems } from '../../domain/access/key-scope.ts'
import { KEY_DAYS, OVERLAP_HOURS } from '../../domain/access/lifetimes.ts'
import type { Role } from '../../domain/cases/roles.ts'
import { mayAsk } from '../../domain/disclosure/question-rules.ts'
import type { AccountId, KeyId, OfficeId, PersonId } from '../../domain/kernel/ids.ts'
import { DAY, HOUR, plus } from '../../domain/kernel/instant.ts'
import type { Language } from '../../domain/kernel/language.ts'
import type { Moment } from '../../domain/kernel/moment.ts'
import { isRefusal, type Refusal, refuse } from '../../domain/kernel/problem.ts'
import { pageOf } from '../page.ts'
import type { Service } from '../service.ts'
import { type Account, faultOfKey, keyHash } from '../sign-in.ts'
import { administer } from './administer.ts'
import { accountName } from './invitations.ts'
import { officeFor } from './office-for.ts'

export interface WantedKey {
  readonly office: OfficeId
  readonly role: Role
  readonly language: Language
  readonly scope: Extract<KeyScope, { kind: 'read' | 'acts' }>
  readonly validDays: number
}

const outside = (value: number, min: number, max: number, field: string): Refusal | null =>
  value >= min && value <= max ? null : refuse('NUMBER_OUT_OF_RANGE', { min, max }, [field])

/** A key is of an account, for its scope, until its day: what is shown of it is shown once. */
function newKey(account: AccountId, scope: KeyScope, validDays: number, at: Moment) {
  const key = randomKey()
  const id = at.newId() as KeyId
  const expiresAt = plus(at.now, validDays * DAY)
  return { id, secret: key, write: keyWrite({ id, hash: keyHash(key), account, scope, expiresAt }, at.now) }
}

/** A national system gets an account of its own, so that the journal names it, and a key for what is asked, no more. */
export const createApiKey = (service: Service, by: Account, key: string, wanted: WantedKey) =>
  administer(service, by, { name: 'createApiKey', type: 'ApiKey', key, input: { ...wanted } }, (country, at) => {
    const office = officeFor(service, country, wanted.office, wanted.role)
    if (isRefusal(office)) return office
    const days = outside(wanted.validDays, 1, KEY_DAYS, 'validDays')
    if (days) return days
    const { scope, role, language } = wanted
    if (scope.kind === 'acts' && scope.acts.length === 0) return refuse('CODES_MISSING', { atLeast: 1 }, ['acts'])
    if (scope.kind === 'acts' && scope.acts.some((act) => notForSystems.has(act)))
      return refuse('KEY_SCOPE', {}, ['acts'])
    const account = at.newId() as AccountId
    const name = accountName(office.id, 'system')
    const made = { account, name, person: at.newId() as PersonId, office: office.id, country, role, language }
    const { id, secret, write } = newKey(account, scope, wanted.validDays, at)
    return { id, office: office.id, role, secret, writes: [accountWrite(made, service.fictitious, at.now), write] }
  })

interface Rotation {
  readonly apiKey: KeyId
  readonly overlapHours: number
  readonly validDays: number
}

/** A new key for the same account and scope; the old one goes on for some hours, so that nothing stands still. */
export const rotateApiKey = (service: Service, by: Account, key: string, rotation: Rotation) =>
  administer(
    service,
    by,
    { name: 'rotateApiKey', type: 'ApiKey', key, input: { ...rotation } },
    async (_country, at) => {
      const wrong =
        outside(rotation.overlapHours, 0, OVERLAP_HOURS, 'overlapHours') ??
        outside(rotation.validDays, 1, KEY_DAYS, 'validDays')
      if (wrong) return wrong
      const old = await seeApiKey(service, by, rotation.apiKey)
      if (!old || faultOfKey(old, at.now)) return refuse('NOT_FOUND', {}, ['apiKey'])
      const { id, secret, write } = newKey(old.of.account, old.scope, rotation.validDays, at)
      const ends = endKeyWrite(rotation.apiKey, plus(at.now, rotation.overlapHours * HOUR), at.now)
      return { id, office: old.of.office, role: old.of.role, secret, writes: [ends, write] }
    },
  )

export const revokeApiKey = (service: Service, by: Account, key: string, apiKey: KeyId) =>
  administer(
    service,
    by,
    { name: 'revokeApiKey', type: 'ApiKey', key, input: { apiKey } },
    async (_country, { now }) => {
      const found = await seeApiKey(service, by, apiKey)
      if (!found || found.revokedAt) return refuse('NOT_FOUND', {}, ['apiKey'])
      return { id: apiKey, writes: [revokeKeyWrite(apiKey, now)], secret: null }
    },
  )

/** A key of the caller's own country, for its administrator. */
export async function seeApiKey(service: Service, by: Account, id: KeyId): Promise<StoredKey | null> {
  const found = mayAsk('apiKeys', by.role) ? await keyById(service.engine, id) : null
  return found && found.of.country === by.country ? found : null
}
export const listApiKeys = async (service: Service, by: Account, after: string | null, first: number) =>
  pageOf(
    mayAsk('apiKeys', by.role) && by.country ? await keysOf(service.engine, by.country, after ?? '', first + 1) : [],
    first,
  )
