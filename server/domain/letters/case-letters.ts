import type { ActView, CaseView } from '../disclosure/case-view.ts'
import { cellOf } from '../handovers/counts.ts'
import { countryOf } from '../kernel/country.ts'
import type { Code } from '../kernel/ids.ts'
import type { World } from '../world.ts'
import type { LetterFacts, LetterSubject, LetterTable, ListedCase, Party } from './letter-facts.ts'
import { rowsOf, type Source } from './letter-rows.ts'
import { type LetterKind, letterKinds, letterOfAct, letterRules } from './letter-rules.ts'

/**
 * The letters of one case, the oldest first: one for each act that is a letter and that the reader sees. Of a handover of
 * several, its letters here are about this case alone.
 */
export const lettersOfCase = (world: World, view: CaseView): readonly LetterFacts[] =>
  actsOf(view).flatMap(({ act, kind }) => {
    if (!kind) return []
    const table = letterRules[kind].table === 'cases' ? listTable([view]) : questionTable(act)
    return [letterOf(world, kind, sourceOf(view, act), [table])]
  })

/** The acts that the reader sees, each with the letter it is, as its step says or as every act of its name is one. */
export function actsOf(view: CaseView): readonly { readonly act: ActView; readonly kind: LetterKind | null }[] {
  const { acts, procedure, sentAt } = view
  // What was sent to another country, before the case was forwarded, is not told any more.
  const sending = sentAt && acts.findLast(({ action, step }) => action === 'reviewRequest' && step !== null)
  return acts.map((act) => {
    const named = letterNamed(procedure, act) ?? letterOfAct[act.action]
    const kind = letterKinds.find((one) => one === named) ?? null
    return { act, kind: kind === 'repatriation-request' && act !== sending ? null : kind }
  })
}

/** As the step says that the act did; a case that was moved has acts whose steps its procedure calls otherwise. */
function letterNamed({ steps }: CaseView['procedure'], { step, action }: ActView): string | undefined {
  if (step === null) return undefined
  const done = steps.find(({ key }) => key === step) ?? steps.find((one) => one.action === action && one.letter)
  return done?.letter
}

/** Who the act is between: a case that was forwarded had another country of return before. */
export function sourceOf(view: CaseView, act: ActView): Source {
  const { requestingCountry } = view
  const countryOfReturn = act.country === requestingCountry ? view.countryOfReturn : act.country
  const crossing = act.handover !== null && act.handover === view.handover?.id ? view.handover.crossing : null
  return { view, act, requestingCountry, countryOfReturn, crossing }
}

export function letterOf(
  world: World,
  kind: LetterKind,
  source: Source,
  tables: readonly (LetterTable | null)[],
  more: { readonly about?: LetterSubject; readonly reference?: string; readonly partial?: boolean } = {},
): LetterFacts {
  const { view, act, requestingCountry, countryOfReturn } = source
  const bothSign = letterRules[kind].bothSign ?? false
  return {
    kind,
    about: { noun: 'Case', id: view.id },
    journal: act.journal,
    at: act.at,
    reference: view.reference,
    requestingCountry,
    countryOfReturn,
    from: { country: act.country, office: act.office },
    to: addressee(world, source, bothSign),
    rows: rowsOf(kind, source),
    tables: tables.filter((table) => table !== null),
    bothSign,
    partial: false,
    ...more,
  }
}

/** The other side: its post at the crossing where both posts sign, else its focal agency. */
function addressee(world: World, { view, act, crossing, ...corridor }: Source, bothSign: boolean): Party {
  const side = act.country === corridor.requestingCountry ? 'return' : 'requesting'
  const country = countryOf(corridor, side)
  const post = bothSign && crossing ? world.crossings.get(crossing)?.posts[country] : null
  return { country, office: post ?? view.focalOf(side) }
}

export const listTable = (views: readonly CaseView[], kind: 'cases' | 'missing' = 'cases'): LetterTable | null =>
  views.length > 0 ? { kind, cases: views.map(listed) } : null

const listed = (view: CaseView): ListedCase => ({ reference: view.reference, cell: cellOf(view) })

const questionTable = ({ record }: ActView): LetterTable | null => {
  const questions = record?.['questions'] as readonly Code[] | undefined
  return questions ? { kind: 'questions', questions } : null
}
