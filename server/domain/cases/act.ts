import type { Reported } from '../aggregates/aggregate.ts'
import type { Handover } from '../handovers/handover.ts'
import { sideOf } from '../kernel/country.ts'
import type { Fields, InputOf } from '../kernel/fields.ts'
import type { CaseId, Code, HandoverId, JournalId, StepKey } from '../kernel/ids.ts'
import type { Moment } from '../kernel/moment.ts'
import { type Facts, type Problem, Refusal } from '../kernel/problem.ts'
import type { ActionName } from '../procedures/action-names.ts'
import type { Procedure, Step } from '../procedures/procedure.ts'
import type { AnyRegistered, RegisterChange } from '../registers/register.ts'
import type { ReportMaterial } from '../reports/report-material.ts'
import type { World } from '../world.ts'
import type { Actor } from './actor.ts'
import type { Act, CaseFile } from './case-file.ts'
import { permit } from './permit.ts'
import { append, replay } from './replay.ts'

/** What surrounds every decision. */
export interface Setting {
  readonly world: World
  readonly by: Actor
  readonly at: Moment
  /** The journal entry this act will be. */
  readonly journal: JournalId
  /** Other cases that the input names and the officer may see. */
  readonly named: ReadonlyMap<CaseId, CaseFile>
  /** What the officer’s country has reported so far, for an act that reports. */
  readonly reported?: Reported
  /** The report that an act is about, with everything it rests on. */
  readonly reports?: ReportMaterial
  /** The meeting that has the number already which the input gives, for an act that records one. */
  readonly numbered?: string | null
}

/** What an act records in one case. */
export interface Outcome {
  readonly result?: string | null
  /** Beside the input: facts the decision itself found. */
  readonly record?: Readonly<Record<string, unknown>>
  /** False: recorded, but the step stays open. */
  readonly completes?: boolean
  readonly reopens?: readonly StepKey[]
  /** The step it completes, where that is not the open step of the same name. */
  readonly step?: StepKey | undefined
  /** From this act on the case goes to another country, or by another procedure. */
  readonly becomes?: Pick<CaseFile, 'countryOfReturn' | 'procedure'>
}

/** What a decision changes, before and after. */
export interface Change {
  readonly cases: readonly { readonly before: CaseFile | null; readonly after: CaseFile }[]
  readonly handover: { readonly before: Handover | null; readonly after: Handover } | null
  /** An entry kept beside cases: a meeting, a limit, a delegation, a table of holidays. */
  readonly register?: RegisterChange
  /** Cases it is about without changing them: refused where one has changed meanwhile, or has gone. */
  readonly about?: readonly CaseFile[]
  /** Entries it rests on without changing them: refused where one has changed meanwhile. */
  readonly restsOn?: readonly AnyRegistered[]
  /** What a report says, as it is published: permanent. */
  readonly publishes?: { readonly report: string; readonly content: string }
  /** A new version of a procedure, agreed by both countries. */
  readonly procedure?: Omit<Procedure, 'hash'>
}

/** A decision about one case. */
export interface CaseAction<F extends Fields = Fields> {
  readonly name: ActionName
  readonly target: 'case'
  readonly fields: F
  readonly description: string
  readonly decide: (file: CaseFile, input: InputOf<F>, setting: Setting) => Change | Refusal
}

/** Only what is special about an act on one case; side, role, office, open step and guards are checked here for all. */
export const caseAction = <const F extends Fields>(
  name: ActionName,
  description: string,
  fields: F,
  decide: (file: CaseFile, input: InputOf<F>, setting: Setting, step: Step | null) => Outcome | Refusal,
): CaseAction<F> => ({
  name,
  target: 'case',
  fields,
  description,
  decide: (file, input, setting) => {
    const allowed = permit(setting.world, file, name, setting.by, setting.at.now)
    if (!allowed.allowed) return new Refusal([allowed.problem])
    const outcome = decide(file, input, setting, allowed.step)
    if (outcome instanceof Refusal) return outcome
    const after = record(file, name, allowed.step, { ...input }, outcome, setting, null)
    return { cases: [{ before: file, after }], handover: null }
  },
})

/** The file with one act more. */
export function record(
  file: CaseFile,
  action: ActionName,
  step: Step | null,
  input: Readonly<Record<string, unknown>>,
  outcome: Outcome,
  { by, at, journal }: Setting,
  handover: HandoverId | null,
): CaseFile {
  if (by.country === null) throw new Error('an actor without a country has no part in a case')
  const { account, person, office, country, role } = by
  const act: Act = {
    seq: file.version + 1,
    action,
    step: outcome.completes === false ? null : (outcome.step ?? step?.key ?? null),
    reopens: outcome.reopens ?? [],
    result: (outcome.result ?? null) as Code | null,
    record: { ...input, ...outcome.record, ...noteSide(file, input, by) },
    by: { account, person, office, country, role },
    at: at.now,
    handover,
    journal,
  }
  if (!outcome.becomes) return append(file, act)
  const acts = [...file.acts, act]
  const state = replay(outcome.becomes.procedure, acts)
  return { ...file, ...outcome.becomes, version: act.seq, acts, state }
}

/** A note waits for a second officer of its own side. */
const noteSide = (file: CaseFile, { note }: Readonly<Record<string, unknown>>, { country }: Actor) =>
  note ? { noteSide: sideOf(file, country) } : {}

/** Steps that are owed again, by the acts that do them. */
export const stepsOf = ({ procedure }: Pick<CaseFile, 'procedure'>, ...names: readonly ActionName[]) =>
  procedure.steps.filter(({ action }) => names.includes(action)).map(({ key }) => key)

/** The same problem, naming the case of a list it belongs to. */
export const inCase = (one: Problem, file: CaseFile, more: Facts = {}): Problem => ({
  ...one,
  facts: { ...one.facts, case: file.reference, ...more },
})
