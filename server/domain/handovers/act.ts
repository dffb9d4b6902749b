import { type Change, inCase, type Outcome, record, type Setting } from '../cases/act.ts'
import type { CaseFile } from '../cases/case-file.ts'
import { permit } from '../cases/permit.ts'
import { allowedRoles } from '../disclosure/act-rules.ts'
import { countryOf } from '../kernel/country.ts'
import type { Fields, InputOf } from '../kernel/fields.ts'
import { type Problem, Refusal, refuse } from '../kernel/problem.ts'
import type { ActionName } from '../procedures/action-names.ts'
import type { Step } from '../procedures/procedure.ts'
import type { Handover } from './handover.ts'

/** A list with its files, in the order of the list. */
export interface HandoverFile {
  readonly handover: Handover
  readonly files: readonly CaseFile[]
}

/** What an act on a list decides: the list afterwards, and what each case records. */
export interface HandoverOutcome {
  readonly handover: Omit<Handover, 'version'>
  readonly inCase: (file: CaseFile) => Outcome
  /** The list itself stays as it was: whoever reads it learns nothing of the act. */
  readonly untouched?: boolean
}

export interface HandoverAction<F extends Fields = Fields> {
  readonly name: ActionName
  readonly target: 'handover'
  readonly fields: F
  readonly description: string
  readonly decide: (list: HandoverFile, input: InputOf<F>, setting: Setting) => Change | Refusal
}

/**
 * Only what is special about an act on a list. Here, for all: the act is permitted in every case it concerns
 * (all who still travel unless `concerns` says fewer), and what is missing names its case.
 */
export const handoverAction = <const F extends Fields>(
  name: ActionName,
  description: string,
  fields: F,
  decide: (list: HandoverFile, input: InputOf<F>, setting: Setting, step: Step | null) => HandoverOutcome | Refusal,
  concerns: (list: HandoverFile, input: InputOf<F>) => readonly CaseFile[] = ({ files }) => travelling(files),
): HandoverAction<F> => ({
  name,
  target: 'handover',
  fields,
  description,
  decide: (given, input, setting) => {
    const list = { ...given, files: onList(given) }
    const concerned = concerns(list, input)
    // A list of cases that have all stopped or been closed is still to be closed itself, and nothing else.
    const closes = name === 'settleHandover' && mayClose(given, setting)
    if (travelling(list.files).length === 0 && !closes) return refuse('NOT_POSSIBLE_NOW', { action: name })
    const permitted = permitAll(concerned, name, setting)
    if (permitted instanceof Refusal) return permitted
    const outcome = decide(list, input, setting, permitted.get(concerned[0] as CaseFile) ?? null)
    if (outcome instanceof Refusal) return outcome
    if (concerned.length === 0 && !closes) return refuse('NOT_POSSIBLE_NOW', { action: name })
    const { id, version } = list.handover
    return {
      cases: concerned.map((file) => ({
        before: file,
        after: record(file, name, permitted.get(file) ?? null, withoutIds(input), outcome.inCase(file), setting, id),
      })),
      handover: {
        before: list.handover,
        after: { ...outcome.handover, version: outcome.untouched ? version : version + 1 },
      },
    }
  },
})

/** Where no case is left to ask, the procedure's own rule says who may close the list. */
const mayClose = ({ files }: HandoverFile, { by }: Setting): boolean =>
  files.some((file) =>
    file.procedure.acts.some(
      (act) =>
        act.action === 'settleHandover' &&
        countryOf(file, act.by.side) === by.country &&
        allowedRoles(act.action, act.by.side, act.by.roles).includes(by.role),
    ),
  )

/** Cases that have left it, and may be on another by now, are no longer its own. */
const onList = ({ handover, files }: HandoverFile): readonly CaseFile[] =>
  files.filter(({ state }) => state.handover?.id === handover.id)

/** Who still travels: a case that stopped stands on its list and is passed over. */
export const travelling = (files: readonly CaseFile[]): readonly CaseFile[] =>
  files.filter(({ state }) => !state.stopped)

/** The steps the act completes in each case, or everything that stands in the way. */
export function permitAll(
  files: readonly CaseFile[],
  name: ActionName,
  { world, by, at }: Setting,
): ReadonlyMap<CaseFile, Step | null> | Refusal {
  const steps = new Map<CaseFile, Step | null>()
  const problems: Problem[] = []
  for (const file of files) {
    const allowed = permit(world, file, name, by, at.now)
    if (allowed.allowed) steps.set(file, allowed.step)
    else problems.push(inCase(allowed.problem, file))
  }
  return problems.length > 0 ? new Refusal(problems) : steps
}

/** A case records what concerns it; which other cases were on the list is not among it. */
export const withoutIds = (input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(input).filter(([key]) => !['caseIds', 'caseId', 'notReceived', 'without', 'counts'].includes(key)),
  )
