import type { ActView, CaseView } from '../disclosure/case-view.ts'
import type { HandoverView } from '../disclosure/see-handover.ts'
import { cellOf } from '../handovers/counts.ts'
import { type Counts, countCells } from '../kernel/fields.ts'
import type { World } from '../world.ts'
import { actsOf, letterOf, listTable, sourceOf } from './case-letters.ts'
import type { LetterFacts } from './letter-facts.ts'
import type { LetterKind } from './letter-rules.ts'

/** An act on the list as one of its cases has it. */
interface Entry {
  readonly view: CaseView
  readonly act: ActView
  readonly kind: LetterKind | null
}

/**
 * The letters of a list, the oldest first, made from those of its cases that the reader sees: each names the cases that
 * its act was about.
 */
export function lettersOfHandover(
  world: World,
  list: HandoverView,
  views: readonly CaseView[],
): readonly LetterFacts[] {
  const entries = views.flatMap((view) =>
    actsOf(view).flatMap((one) => (one.act.handover === list.id ? [{ view, ...one }] : [])),
  )
  const byAct = Map.groupBy(entries, ({ act }) => act.journal)
  return [...byAct.values()]
    .flatMap((all) => oneLetter(world, list, all, views.length < list.caseIds.length))
    .toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

function oneLetter(world: World, list: HandoverView, all: readonly Entry[], partial: boolean): readonly LetterFacts[] {
  const first = all.find(({ kind }) => kind)
  if (!first?.kind) return []
  // Who did not arrive has the act of the reception too.
  const viewsOf = (arrived: boolean) =>
    all.filter(({ act }) => (act.result !== 'not-received') === arrived).map(({ view }) => view)
  const views = viewsOf(true)
  const source = { ...sourceOf(first.view, first.act), crossing: list.crossing }
  const counts = { kind: 'counts' as const, counts: countsOf(views) }
  const tables = [listTable(views), counts, listTable(viewsOf(false), 'missing')]
  const about = { noun: 'Handover', id: list.id } as const
  return [letterOf(world, first.kind, source, tables, { about, reference: list.id, partial })]
}

const countsOf = (views: readonly CaseView[]): Counts => {
  const cells = views.map(cellOf)
  return Object.fromEntries(
    countCells.map((cell) => [cell, cells.filter((one) => one === cell).length]),
  ) as unknown as Counts
}
