import { type Problem, problem } from '../kernel/problem.ts'
import { type Figure, type GivenFigure, sameCount } from './aggregate.ts'
import { type Breakdown, breakdownsOf, divides, type IsMinor, sumOf, within } from './breakdown.ts'
import { periodText } from './period.ts'

/** A figure with its total, which is derived from the first breakdown where the country gave none. */
export function withTotal(figure: GivenFigure, isMinor: IsMinor): Figure {
  if (figure.total !== null) return { ...figure, total: figure.total, derived: false }
  const [first] = breakdownsOf(figure.parts, isMinor)
  return { ...figure, total: sumOf(first?.cells ?? []), derived: true }
}

/**
 * Where a total is not the sum of its parts: the total against each breakdown, each coarser breakdown against each finer,
 * a year against its four quarters. `path` leads to the total that does not agree.
 */
export function sumProblems(figures: readonly Figure[], isMinor: IsMinor): readonly Problem[] {
  return [
    ...figures.flatMap((figure, place) => withinOne(figure, ['figures', String(place)], isMinor)),
    ...figures.flatMap((figure, place) => acrossQuarters(figure, figures, ['figures', String(place), 'total'])),
  ]
}

function withinOne(figure: Figure, path: readonly string[], isMinor: IsMinor): Problem[] {
  const breakdowns = breakdownsOf(figure.parts, isMinor)
  return [
    ...breakdowns.flatMap(({ by, cells }) => disagreement(figure, figure.total, sumOf(cells), by, [...path, 'total'])),
    ...breakdowns.flatMap((coarse) =>
      breakdowns.filter((fine) => divides(fine, coarse)).flatMap((fine) => betweenTwo(figure, coarse, fine, path)),
    ),
  ]
}

const betweenTwo = (figure: Figure, coarse: Breakdown, fine: Breakdown, path: readonly string[]): Problem[] =>
  coarse.cells.flatMap((cell) =>
    disagreement(figure, cell.value, sumOf(within(cell, coarse, fine)), fine.by, [
      ...path,
      'parts',
      String(cell.place),
      'value',
    ]),
  )

function acrossQuarters(figure: Figure, figures: readonly Figure[], path: readonly string[]): Problem[] {
  if (figure.quarter !== null) return []
  const quarters = figures.filter((one) => one.year === figure.year && one.quarter !== null && sameCount(one, figure))
  if (quarters.length < 4) return []
  return disagreement(figure, figure.total, sumOf(quarters.map(({ total }) => ({ value: total }))), ['quarter'], path)
}

function disagreement(
  figure: Figure,
  total: number,
  sum: number,
  by: readonly string[],
  path: readonly string[],
): Problem[] {
  if (total === sum) return []
  const facts = { total, sum, by, period: periodText(figure), indicator: figure.indicator }
  return [problem('TOTAL_NOT_SUM', facts, path)]
}
