import { writesOf } from '../../db/commit-writes.ts'
import { type Effect, effectOf } from '../../db/effect-queries.ts'
import { keyedHash, sha256 } from '../adapters/hashing.ts'
import { momentOf, randomSalt } from '../chance.ts'
import type { Change } from '../domain/cases/act.ts'
import type { Actor } from '../domain/cases/actor.ts'
import { canonical } from '../domain/journal/canonical.ts'
import { entryOf, type Receipt } from '../domain/journal/entry.ts'
import type { JournalId } from '../domain/kernel/ids.ts'
import type { NounType } from '../domain/kernel/noun.ts'
import { isRefusal, type Problem, problem } from '../domain/kernel/problem.ts'
import { nounsOf } from '../domain/nouns.ts'
import type { ActName } from '../domain/procedures/action-names.ts'
import { statisticsOf } from '../domain/retention/statistics.ts'
import { decide, type Request } from './decide.ts'
import { refreshProcedures, refreshRegisters, type Service } from './service.ts'

interface Noun {
  readonly type: NounType
  readonly id: string
}
export type Answer =
  | { readonly noun: Noun; readonly receipt: Receipt; readonly problems: readonly [] }
  | { readonly noun: null; readonly receipt: null; readonly problems: readonly Problem[] }

/** Keys as clients make them. */
export const isIdempotencyKey = (key: string): boolean => /^[\x21-\x7e]{16,64}$/.test(key)

/** Rivals on one case each win once; more attempts than this in one instant do not happen among officers. */
const ATTEMPTS = 10

/** The one path by which anything changes: load, decide, commit. */
export async function execute(service: Service, name: ActName, request: Request, by: Actor): Promise<Answer> {
  if (!isIdempotencyKey(request.key)) return refused([problem('IDEMPOTENCY_KEY_INVALID', {}, ['idempotencyKey'])])
  const { target, input, expectedVersion } = request
  // Clients make keys as they like: what is kept is a keyed hash.
  const key = keyedHash(service.secret, request.key)
  const inputHash = keyedHash(service.secret, canonical({ name, target, input, expectedVersion }))
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const earlier = await effectOf(service.engine, by.account, key)
    if (earlier) return repeated(earlier, inputHash)
    const at = momentOf(service.clock)
    const journal = at.randomId() as JournalId
    const decided = await decide(service, name, request, { world: service.world, by, at, journal, named: new Map() })
    if (isRefusal(decided)) {
      // A twin sent at the same time may have won since: what refuses this one is then its own effect.
      const twin = await effectOf(service.engine, by.account, key)
      return twin ? repeated(twin, inputHash) : refused(decided.problems)
    }
    const entry = entryOf(journal, name, decided, by, at.now, { salt: randomSalt, sha256 })
    const noun = nounOf(name, decided)
    const statistics = statisticsOf(service.world, decided).map((row) => ({ id: at.randomId(), ...row }))
    const commit = { change: decided, entry, account: by.account, key, inputHash, noun, statistics }
    // What was read meanwhile joins the same group of commits.
    void service.readings.flush()
    const lost = await service.engine.commit(writesOf(service.world, commit))
    if (lost === null) {
      await remember(service, decided)
      service.live.changed()
      return { noun, receipt: { id: entry.id, leaf: entry.leaf, at: entry.at }, problems: [] }
    }
    // The key or a version was taken in between: look again, and decide on what is there now.
    if (decided.register) await refreshRegisters(service)
    if (decided.procedure) await refreshProcedures(service)
  }
  throw new Error(`${name} met a rival ${ATTEMPTS} times`)
}

const refused = (problems: readonly Problem[]): Answer => ({ noun: null, receipt: null, problems })

/** Same key and same input: the same receipt, the noun read anew. Same key and other input: a refusal. */
const repeated = (earlier: Effect, inputHash: string): Answer =>
  earlier.inputHash === inputHash
    ? { noun: earlier.noun as Noun, receipt: earlier.receipt, problems: [] }
    : refused([problem('IDEMPOTENCY_KEY_REUSED', {}, ['idempotencyKey'])])

function nounOf(name: ActName, { cases, handover, register }: Change): Noun {
  const { type } = nounsOf(name)
  const id = type === 'Case' ? cases[0]?.after.id : type === 'Handover' ? handover?.after.id : register?.after.id
  if (!id) throw new Error(`${name} changed nothing that it could answer with`)
  return { type, id }
}

/** What lies in memory follows what was stored, at once in this process and with the next tick in every other. */
async function remember(service: Service, { cases, register, procedure }: Change): Promise<void> {
  for (const { after } of cases) service.files.keep(after)
  if (procedure) await refreshProcedures(service)
  if (register && register.after.kind !== 'meeting' && register.after.kind !== 'erasure')
    await refreshRegisters(service)
}
