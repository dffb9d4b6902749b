import { accessWrites } from '../../../db/access-writes.ts'
import type { Write } from '../../../db/statement.ts'
import { sha256 } from '../../adapters/hashing.ts'
import { momentOf, randomSalt } from '../../chance.ts'
import { type AccessActName, accessRoles } from '../../domain/access/access-acts.ts'
import { accessEntryOf } from '../../domain/access/access-entry.ts'
import { hindrance } from '../../domain/access/assurance.ts'
import type { Role } from '../../domain/cases/roles.ts'
import type { Receipt } from '../../domain/journal/entry.ts'
import type { CountryCode } from '../../domain/kernel/country.ts'
import type { JournalId } from '../../domain/kernel/ids.ts'
import type { Moment } from '../../domain/kernel/moment.ts'
import type { AccessNoun } from '../../domain/kernel/noun.ts'
import { isRefusal, type Problem, problem, type Refusal } from '../../domain/kernel/problem.ts'
import { refreshStaff } from '../attendance.ts'
import { oncePerKey } from '../once-per-key.ts'
import type { Service } from '../service.ts'
import type { Account } from '../sign-in.ts'

/** What an act on access does, and the secret it makes: shown once, kept as a hash. */
export interface AccessDecision {
  readonly id: string
  readonly office?: string
  readonly role?: string
  readonly writes: readonly Write[]
  readonly secret: string | null
}
interface AccessRequest {
  readonly name: AccessActName
  readonly type: AccessNoun
  readonly key: string
  readonly input: Readonly<Record<string, unknown>>
}
export interface AccessAnswer {
  readonly id: string | null
  /** Null where the act is repeated: it was shown once. */
  readonly secret: string | null
  readonly receipt: Receipt | null
  readonly problems: readonly Problem[]
}

/** The administrator of a country decides who comes in: once for each key, with its entry in the journal, in one commit. */
export async function administer(
  service: Service,
  by: Account,
  { name, type, key, input }: AccessRequest,
  decide: (country: CountryCode, at: Moment) => Promise<AccessDecision | Refusal> | AccessDecision | Refusal,
): Promise<AccessAnswer> {
  const roles: readonly Role[] = accessRoles[name]
  const { country, account } = by
  if (!roles.includes(by.role) || !country) return refused([problem('NOT_YOUR_ROLE', { roles })])
  const hindered = hindrance(by.assurance, name, service.clock.now())
  if (hindered) return refused([hindered])
  const outcome = await oncePerKey(service, { name, account, key, input: { input } }, async (kept) => {
    const at = momentOf(service.clock)
    const decided = await decide(country, at)
    if (isRefusal(decided)) return { problems: decided.problems }
    const { writes, secret, ...said } = decided
    const sealing = { salt: randomSalt, sha256 }
    const entry = accessEntryOf(at.randomId() as JournalId, name, { type, ...said }, by, at.now, sealing)
    const commit = { entry, account, ...kept, noun: { type, id: decided.id }, writes }
    if ((await service.engine.commit(accessWrites(commit))) !== null) return 'rival'
    await refreshStaff(service)
    await service.live.checkSignedIn()
    const receipt = { id: entry.id, leaf: entry.leaf, at: entry.at }
    return { done: { id: decided.id, secret, receipt, problems: [] } }
  })
  if ('done' in outcome) return outcome.done
  if ('earlier' in outcome)
    return { id: outcome.earlier.noun.id, secret: null, receipt: outcome.earlier.receipt, problems: [] }
  return refused(outcome.problems)
}

const refused = (problems: readonly Problem[]): AccessAnswer => ({ id: null, secret: null, receipt: null, problems })
