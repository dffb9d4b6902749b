import { type Commit, writesOf } from '../../db/commit-writes.ts'
import { type Effect, effectOf } from '../../db/effect-queries.ts'
import { loadHandovers } from '../../db/handover-queries.ts'
import { keyedHash, sha256 } from '../adapters/hashing.ts'
import { momentOf, randomSalt } from '../chance.ts'
import { actions } from '../domain/actions.ts'
import type { CaseAction, Change, Setting } from '../domain/cases/act.ts'
import type { Actor } from '../domain/cases/actor.ts'
import type { CaseFile } from '../domain/cases/case-file.ts'
import type { CaseView } from '../domain/disclosure/case-view.ts'
import { seeCase } from '../domain/disclosure/see-case.ts'
import { seeHandover } from '../domain/disclosure/see-handover.ts'
import type { HandoverAction } from '../domain/handovers/act.ts'
import { canonical } from '../domain/journal/canonical.ts'
import { entryOf, type Receipt } from '../domain/journal/entry.ts'
import { checkInput } from '../domain/kernel/check-input.ts'
import type { CaseId, HandoverId, JournalId } from '../domain/kernel/ids.ts'
import type { Moment } from '../domain/kernel/moment.ts'
import { isRefusal, type Problem, problem, Refusal, refuse } from '../domain/kernel/problem.ts'
import type { ActionName } from '../domain/procedures/action-names.ts'
import { calendarOf } from '../domain/world.ts'
import { loadFiles, loadOwnFiles } from './load-files.ts'
import { refreshProcedures, type Service } from './service.ts'

/** One mutation as it arrives: its target, what was typed, the client's key, the version the client last saw. */
export interface Request {
  readonly target: string | null
  readonly input: Readonly<Record<string, unknown>>
  readonly key: string
  readonly expectedVersion: number | null
}

type Noun = { readonly type: 'Case'; readonly id: CaseId } | { readonly type: 'Handover'; readonly id: HandoverId }
export type Answer =
  | { readonly noun: Noun; readonly receipt: Receipt; readonly problems: readonly [] }
  | { readonly noun: null; readonly receipt: null; readonly problems: readonly Problem[] }

/** Rivals on one case each win once; more attempts than this in one instant do not happen among officers. */
const ATTEMPTS = 10
const KEY = /^[\x21-\x7e]{16,64}$/

/** The one path by which a case changes: load, decide, commit. */
export async function execute(service: Service, name: ActionName, request: Request, by: Actor): Promise<Answer> {
  if (!KEY.test(request.key)) return refused([problem('IDEMPOTENCY_KEY_INVALID', {}, ['idempotencyKey'])])
  const { target, input, expectedVersion } = request
  const inputHash = keyedHash(service.secret, canonical({ name, target, input, expectedVersion }))
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const earlier = await effectOf(service.engine, by.account, request.key)
    if (earlier) return repeated(earlier, inputHash)
    const at = momentOf(service.clock)
    const journal = at.randomId() as JournalId
    const decided = await decide(service, name, request, { world: service.world, by, at, journal })
    if (isRefusal(decided)) {
      // A twin sent at the same time may have won since: what refuses this one is then its own effect.
      const twin = await effectOf(service.engine, by.account, request.key)
      return twin ? repeated(twin, inputHash) : refused(decided.problems)
    }
    const entry = entryOf(journal, name, decided, by, at.now, randomSalt(), sha256)
    const noun = nounOf(decided)
    const commit: Commit = { change: decided, entry, account: by.account, key: request.key, inputHash, noun }
    const lost = await service.engine.commit(writesOf(service.world, commit))
    if (lost === null) {
      for (const { after } of decided.cases) service.files.keep(after)
      return { noun, receipt: { id: entry.id, leaf: entry.leaf, at: entry.at }, problems: [] }
    }
    // The key or a version was taken in between: look again, and decide on what is there now.
  }
  throw new Error(`${name} met a rival ${ATTEMPTS} times`)
}

const refused = (problems: readonly Problem[]): Answer => ({ noun: null, receipt: null, problems })

/** Same key and same input: the same receipt, the noun read anew. Same key and other input: a refusal. */
const repeated = (earlier: Effect, inputHash: string): Answer =>
  earlier.inputHash === inputHash
    ? { noun: earlier.noun as Noun, receipt: earlier.receipt, problems: [] }
    : refused([problem('IDEMPOTENCY_KEY_REUSED', {}, ['idempotencyKey'])])

const nounOf = ({ cases, handover }: Change): Noun => {
  if (handover) return { type: 'Handover', id: handover.after.id }
  const [first] = cases
  if (!first) throw new Error('an act changes at least one noun')
  return { type: 'Case', id: first.after.id }
}

async function decide(
  service: Service,
  name: ActionName,
  request: Request,
  setting: Setting,
): Promise<Change | Refusal> {
  const action = actions[name]
  if (action.target === 'new') {
    await refreshProcedures(service)
    const input = checked(service, action.fields, request, setting)
    return isRefusal(input) ? input : action.decide(input, { ...setting, world: service.world })
  }
  if (action.target === 'cases') {
    const input = checked(service, action.fields, request, setting)
    if (isRefusal(input)) return input
    const files = await filesFor(service, input.caseIds, setting)
    return isRefusal(files) ? files : action.decide(files, input, setting)
  }
  return action.target === 'case'
    ? decideOnCase(service, action as unknown as CaseAction, request, setting)
    : decideOnHandover(service, action as unknown as HandoverAction, request, setting)
}

async function decideOnCase(service: Service, action: CaseAction, request: Request, setting: Setting) {
  const [stored] = await loadOwnFiles(service, [request.target as CaseId], setting.by)
  const seen = stored && seeCase(service.world, stored, setting.by, setting.at.now)
  if (!stored || !seen) return refuse('NOT_FOUND')
  const stale = conflict(request, seen.version, seen)
  if (stale) return stale
  const input = checked(service, action.fields, request, setting)
  return isRefusal(input) ? input : action.decide(stored.file, input, setting)
}

async function decideOnHandover(service: Service, action: HandoverAction, request: Request, setting: Setting) {
  const found = await loadHandovers(service.engine, [request.target as HandoverId], setting.by.office)
  const [stored] = found
  if (!stored || !seeHandover(service.world, stored, setting.by)) return refuse('NOT_FOUND')
  const files = await loadFiles(service, stored.handover.caseIds, setting.by.office)
  const list = { handover: stored.handover, files: files.map(({ file }) => file) }
  const [first] = files
  const seen = first ? seeCase(service.world, first, setting.by, setting.at.now) : null
  const stale = conflict(request, stored.handover.version, seen)
  if (stale) return stale
  const input = checked(service, action.fields, request, setting)
  return isRefusal(input) ? input : action.decide(list, input, setting)
}

/** Files of a new list; one the officer may not see does not exist, and the list is refused whole. */
async function filesFor(
  service: Service,
  ids: readonly CaseId[],
  setting: Setting,
): Promise<readonly CaseFile[] | Refusal> {
  const stored = await loadOwnFiles(service, ids, setting.by)
  const seen = stored.filter((one) => seeCase(service.world, one, setting.by, setting.at.now) !== null)
  const found = new Set(seen.map(({ file }) => file.id))
  const missing = ids.flatMap((id, position) =>
    found.has(id) ? [] : [problem('NOT_FOUND', {}, ['caseIds', String(position)])],
  )
  return missing.length > 0 ? new Refusal(missing) : seen.map(({ file }) => file)
}

/** Stale: says which version is there now and what was done last, by which office, as far as the officer may see it. */
function conflict({ expectedVersion }: Request, version: number, seen: CaseView | null): Refusal | null {
  if (expectedVersion === null || expectedVersion === version) return null
  const last = seen?.acts.at(-1)
  const facts = { version, action: last?.action ?? '', office: last?.office ?? '', at: last?.at ?? '' }
  return refuse('CONFLICT', facts, ['expectedVersion'])
}

function checked<F extends Parameters<typeof checkInput>[0]>(
  service: Service,
  fields: F,
  { input }: Request,
  { by, at }: { by: Actor; at: Moment },
) {
  const offsetMinutes = by.country === null ? 0 : calendarOf(service.world, by.country).offsetMinutes
  return checkInput(fields, input, { world: service.world, now: at.now, offsetMinutes })
}
