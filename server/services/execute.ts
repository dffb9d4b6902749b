import { writesOf } from '../../db/commit-writes.ts'
import { sha256 } from '../adapters/hashing.ts'
import { momentOf, randomSalt } from '../chance.ts'
import type { Change } from '../domain/cases/act.ts'
import type { Actor } from '../domain/cases/actor.ts'
import { entryOf, type Receipt } from '../domain/journal/entry.ts'
import type { JournalId } from '../domain/kernel/ids.ts'
import type { NounType } from '../domain/kernel/noun.ts'
import { isRefusal, type Problem } from '../domain/kernel/problem.ts'
import { nounsOf } from '../domain/nouns.ts'
import type { ActName } from '../domain/procedures/action-names.ts'
import type { RegisterKind } from '../domain/registers/register.ts'
import { factsOf } from '../domain/statistics/facts.ts'
import { decide, type Request } from './decide.ts'
import { type Attempt, type Kept, oncePerKey } from './once-per-key.ts'
import { refreshProcedures, refreshRegisters, type Service } from './service.ts'

interface Noun {
  readonly type: NounType
  readonly id: string
}
export type Answer =
  | { readonly noun: Noun; readonly receipt: Receipt; readonly problems: readonly [] }
  | { readonly noun: null; readonly receipt: null; readonly problems: readonly Problem[] }

/** The one path by which anything changes: load, decide, commit. */
export async function execute(service: Service, name: ActName, request: Request, by: Actor): Promise<Answer> {
  const { target, input, expectedVersion } = request
  const sent = { name, account: by.account, key: request.key, input: { target, input, expectedVersion } }
  const outcome = await oncePerKey(service, sent, (kept) => attempt(service, name, request, by, kept))
  if ('done' in outcome) return outcome.done
  // The same receipt; the noun is read anew.
  if ('earlier' in outcome)
    return { noun: outcome.earlier.noun as Noun, receipt: outcome.earlier.receipt, problems: [] }
  return { noun: null, receipt: null, problems: outcome.problems }
}

async function attempt(
  service: Service,
  name: ActName,
  request: Request,
  by: Actor,
  kept: Kept,
): Promise<Attempt<Answer>> {
  const at = momentOf(service.clock)
  const journal = at.randomId() as JournalId
  const decided = await decide(service, name, request, { world: service.world, by, at, journal, named: new Map() })
  if (isRefusal(decided)) return { problems: decided.problems }
  const entry = entryOf(journal, name, decided, by, at.now, { salt: randomSalt, sha256 })
  const noun = nounOf(name, decided)
  const facts = factsOf(service.world, decided).map((fact) => ({ id: at.randomId(), ...fact }))
  const commit = { change: decided, entry, account: by.account, ...kept, noun, facts }
  // What was read meanwhile joins the same group of commits.
  void service.readings.flush()
  const lost = await service.engine.commit(writesOf(service.world, commit))
  if (lost === null) {
    await remember(service, decided)
    service.live.changed()
    if (decided.register && MADE_LATER.has(decided.register.after.kind)) service.reports.wake()
    return { done: { noun, receipt: { id: entry.id, leaf: entry.leaf, at: entry.at }, problems: [] } }
  }
  // The key or a version was taken in between: look again, and decide on what is there now.
  if (decided.register) await refreshRegisters(service)
  if (decided.procedure) await refreshProcedures(service)
  return 'rival'
}

function nounOf(name: ActName, { cases, handover, register }: Change): Noun {
  const { type } = nounsOf(name)
  const id = type === 'Case' ? cases[0]?.after.id : type === 'Handover' ? handover?.after.id : register?.after.id
  if (!id) throw new Error(`${name} changed nothing that it could answer with`)
  return { type, id }
}

/** Registers that are read when they are asked for. */
const LEFT_IN_STORE: ReadonlySet<RegisterKind> = new Set([
  'meeting',
  'erasure',
  'aggregates',
  'report',
  'reportPart',
  'reportFile',
])

/** What is made behind the act that asks for it. */
const MADE_LATER: ReadonlySet<RegisterKind> = new Set(['report', 'reportFile'])

/** What lies in memory follows what was stored, at once in this process and with the next tick in every other. */
async function remember(service: Service, { cases, register, procedure }: Change): Promise<void> {
  for (const { after } of cases) service.files.keep(after)
  if (procedure) await refreshProcedures(service)
  if (register && !LEFT_IN_STORE.has(register.after.kind)) await refreshRegisters(service)
}
