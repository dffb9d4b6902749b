import { loadHandovers } from '../../db/handover-queries.ts'
import { guardTools } from '../adapters/guard-tools.ts'
import { actions } from '../domain/actions.ts'
import type { CaseAction, Change, Setting } from '../domain/cases/act.ts'
import type { Actor } from '../domain/cases/actor.ts'
import type { CaseFile } from '../domain/cases/case-file.ts'
import type { CaseView } from '../domain/disclosure/case-view.ts'
import { seeCase } from '../domain/disclosure/see-case.ts'
import { seeHandover } from '../domain/disclosure/see-handover.ts'
import type { HandoverAction } from '../domain/handovers/act.ts'
import { checkInput } from '../domain/kernel/check-input.ts'
import { type Corridor, countryOf, sides } from '../domain/kernel/country.ts'
import type { Fields } from '../domain/kernel/fields.ts'
import type { CaseId, HandoverId } from '../domain/kernel/ids.ts'
import type { Moment } from '../domain/kernel/moment.ts'
import { isRefusal, type Refusal, refuse } from '../domain/kernel/problem.ts'
import type { ActionName, ActName, RegisterActName } from '../domain/procedures/action-names.ts'
import type { AnyRegistered } from '../domain/registers/register.ts'
import { registerActs } from '../domain/registers/register-acts.ts'
import { calendarOf } from '../domain/world.ts'
import { loadFiles, loadOwnFiles } from './load-files.ts'
import { filesFor, namedBy } from './named-files.ts'
import { registerLoads } from './register-loads.ts'
import { refreshProcedures, type Service } from './service.ts'

/** One mutation as it arrives: its target, what was typed, the client's key, the version the client last saw. */
export interface Request {
  readonly target: string | null
  readonly input: Readonly<Record<string, unknown>>
  readonly key: string
  readonly expectedVersion: number | null
}

type ListAction = Extract<(typeof actions)[ActionName], { readonly target: 'cases' | 'agenda' }>
type AnyRegisterAct = (typeof registerActs)[RegisterActName]

/** Loads what an act is about, checks what was typed, and hands both to the decision. */
export async function decide(
  service: Service,
  name: ActName,
  request: Request,
  setting: Setting,
): Promise<Change | Refusal> {
  if (name in registerActs) return decideOnRegister(service, registerActs[name as RegisterActName], request, setting)
  const action = actions[name as ActionName]
  if (action.target === 'new') {
    await refreshProcedures(service)
    const decideNew = action.decide as (input: object, setting: Setting) => Change | Refusal
    const input = checked(service, action.fields, request, setting)
    return isRefusal(input) ? input : decideNew(input, { ...setting, world: service.world })
  }
  if (action.target === 'cases' || action.target === 'agenda') return decideOnList(service, action, request, setting)
  return action.target === 'case'
    ? decideOnCase(service, action as unknown as CaseAction, request, setting)
    : decideOnHandover(service, action as unknown as HandoverAction, request, setting)
}

/** Several cases at once: their corridor, and with it the zones times may be written in, is known once they are found. */
async function decideOnList(service: Service, action: ListAction, request: Request, setting: Setting) {
  const input = checked(service, action.fields, request, setting)
  if (isRefusal(input)) return input
  const listed = 'agenda' in input ? input.agenda.map(({ caseId }) => caseId) : input.caseIds
  const files = await filesFor(service, listed, 'agenda' in input ? 'agenda' : 'caseIds', setting)
  if (isRefusal(files)) return files
  const zones = checked(service, action.fields, request, setting, files[0])
  if (isRefusal(zones)) return zones
  const decideAll = action.decide as (files: readonly CaseFile[], input: object, setting: Setting) => Change | Refusal
  return decideAll(files, input, setting)
}

async function decideOnCase(service: Service, action: CaseAction, request: Request, setting: Setting) {
  const [stored] = await loadOwnFiles(service, [request.target as CaseId], setting.by)
  const seen = stored && seeCase(service.world, stored, setting.by, setting.at.now)
  if (!stored || !seen) return refuse('NOT_FOUND')
  const stale = conflict(request, seen.version, seen)
  if (stale) return stale
  const input = checked(service, action.fields, request, setting, stored.file)
  if (isRefusal(input)) return input
  return action.decide(stored.file, input, { ...setting, named: await namedBy(service, action.fields, input, setting) })
}

/** An entry of a register: open to who may act on it, so that its version can be told. */
async function decideOnRegister(service: Service, act: AnyRegisterAct, request: Request, setting: Setting) {
  const input = checked(service, act.fields, request, setting)
  if (isRefusal(input)) return input
  const target = act.changes ? (request.target ?? '') : null
  const given = await registerLoads[act.kind](service, { name: act.name, target, input, by: setting.by })
  if (!given) return refuse('NOT_FOUND')
  const { entry, beside } = given
  const stale = act.changes && entry ? conflict(request, entry.version, null) : null
  const decideEntry = act.decide as (entry: AnyRegistered | null, input: object, setting: Setting) => Change | Refusal
  return stale ?? decideEntry(entry, input, { ...setting, world: service.world, ...beside })
}

async function decideOnHandover(service: Service, action: HandoverAction, request: Request, setting: Setting) {
  const found = await loadHandovers(service.engine, [request.target as HandoverId], setting.by.office)
  const [stored] = found
  if (!stored || !seeHandover(service.world, stored, setting.by, setting.at.now)) return refuse('NOT_FOUND')
  const files = await loadFiles(service, stored.handover.caseIds, setting.by.office)
  const list = { handover: stored.handover, files: files.map(({ file }) => file) }
  const [first] = files
  const seen = first ? seeCase(service.world, first, setting.by, setting.at.now) : null
  const stale = conflict(request, stored.handover.version, seen)
  if (stale) return stale
  const input = checked(service, action.fields, request, setting, stored.handover)
  return isRefusal(input) ? input : action.decide(list, input, setting)
}

/** Stale: says which version is there now and what was done last, by which office, as far as the officer may see it. */
function conflict({ expectedVersion }: Request, version: number, seen: CaseView | null): Refusal | null {
  if (expectedVersion === null || expectedVersion === version) return null
  const last = seen?.acts.at(-1)
  const facts = { version, action: last?.action ?? '', office: last?.office ?? '', at: last?.at ?? '' }
  return refuse('CONFLICT', facts, ['expectedVersion'])
}

/** Times may be written in UTC or in the zone of one of the two countries of the corridor. */
function checked<F extends Fields>(
  service: Service,
  fields: F,
  { input }: Request,
  { by, at }: { by: Actor; at: Moment },
  corridor?: Corridor,
) {
  const { world } = service
  const offsetMinutes = by.country === null ? 0 : calendarOf(world, by.country).offsetMinutes
  const zones = corridor && sides.map((side) => calendarOf(world, countryOf(corridor, side)).offsetMinutes)
  return checkInput(fields, input, { world, now: at.now, offsetMinutes, guardTools, ...(zones ? { zones } : {}) })
}
