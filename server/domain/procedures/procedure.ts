import type { Role } from '../cases/roles.ts'
import type { CountryCode, Side } from '../kernel/country.ts'
import type { Code, CrossingId, InstrumentId, ProcedureId, StepKey } from '../kernel/ids.ts'
import type { Basis, Label } from '../kernel/language.ts'
import type { ActionName } from './action-names.ts'
import type { GuardName } from './guard-names.ts'
import type { WhenFact } from './when.ts'

export type LimitUnit = 'workingDays' | 'days' | 'hours' | 'months'

/** How a case begins: with a request, at the border on the same day, or with a person received whom nobody announced. */
export const routes = ['ordinary', 'fast-track', 'unannounced'] as const
export type Route = (typeof routes)[number]

/** How long the owner of a step has, counted from the day or instant it opened for it. */
export interface Limit {
  readonly count: number
  /** Another count where the person is a child. */
  readonly childCount?: number | undefined
  readonly unit: LimitUnit
  readonly basis: Basis
}

/** A limit reckoned back from an event: a notice in working days, or a window in hours. */
export interface BeforeEvent {
  readonly event: 'handover'
  readonly count: number
  readonly childCount?: number | undefined
  readonly unit: 'workingDays' | 'hours'
  readonly basis: Basis
}

/** `when` false counts as done for what follows. A step named here must come earlier on every way to this one. */
type When = { readonly fact: WhenFact } | { readonly step: StepKey; readonly result: readonly Code[] }

/** Owed again and again, each time this long after it opened or was last done, until another step is done. */
export interface Recurrence {
  readonly count: number
  readonly unit: 'days' | 'months'
  readonly until: StepKey
  readonly basis: Basis
}

export interface Step {
  readonly key: StepKey
  readonly action: ActionName
  /** Roles: who owes it first, then who else may. */
  readonly owedBy: { readonly side: Side; readonly roles: readonly Role[] }
  readonly after: readonly StepKey[]
  /** Left out: a case that began with a request, and no other. */
  readonly routes?: readonly Route[] | undefined
  readonly when?: When | undefined
  readonly limit?: Limit | undefined
  readonly every?: Recurrence | undefined
  readonly before?: BeforeEvent | undefined
  /** Due on the local day of the event. */
  readonly onDayOf?: { readonly event: 'handover'; readonly basis: Basis } | undefined
  /** Done only while its `when` is false: it opens anew each time the fact holds. */
  readonly repeats?: boolean | undefined
  /** Owed also after the case stopped; every other step lapses then. */
  readonly onStop?: boolean | undefined
  readonly guards: readonly GuardName[]
  readonly letter?: string | undefined
  readonly label: Label
  readonly basis: Basis
}

/** What may be done between two steps without being owed. */
export interface FreeAct {
  readonly action: ActionName
  readonly by: { readonly side: Side; readonly roles: readonly Role[] }
  /** Possible once this step is done, until that one is. */
  readonly from: StepKey
  readonly until: StepKey
  /** Left out: on every route. */
  readonly routes?: readonly Route[] | undefined
  /** Possible also after the return was refused; after any other stop nothing is left but to close. */
  readonly onRefusal?: boolean | undefined
  readonly guards: readonly GuardName[]
  readonly label: Label
}

/** One instrument's way home, as data: db/procedures/<instrument>.<direction or both>.v<n>.json. */
export interface Procedure {
  readonly id: ProcedureId
  readonly version: number
  /** SHA-256 of the canonical file: a case is pinned to id, version and this. */
  readonly hash: string
  readonly instrument: InstrumentId
  /** [requesting, return] pairs it serves, or "any": the fallback where no instrument was found. */
  readonly pairs: 'any' | readonly (readonly [CountryCode, CountryCode])[]
  /** Crossings at which the instrument provides for a handover; left out: at every one that is permitted. */
  readonly crossings?: readonly CrossingId[] | undefined
  readonly label: Label
  readonly steps: readonly Step[]
  readonly acts: readonly FreeAct[]
  readonly basis: Basis
}

/** All steps that must be complete before this one, near and far. */
export function ancestors(procedure: Pick<Procedure, 'steps'>, key: StepKey, seen = new Set<StepKey>()): Set<StepKey> {
  for (const before of procedure.steps.find((step) => step.key === key)?.after ?? [])
    if (!seen.has(before)) ancestors(procedure, before, seen.add(before))
  return seen
}
