import type { CountryCode } from '../kernel/country.ts'
import type { Day } from '../kernel/instant.ts'
import { type Problem, problem } from '../kernel/problem.ts'
import { type GivenFigure, type Part, type Reported, sameCount } from './aggregate.ts'
import { lastDayOf, periodsOverlap, periodText } from './period.ts'

/** What is wrong with each figure by itself or beside the others of its import. `today` is the country's own day. */
export function figureProblems(figures: readonly GivenFigure[], country: CountryCode, today: Day): readonly Problem[] {
  return figures.flatMap((figure, place) => {
    const path = ['figures', String(place)]
    const earlier = figures.slice(0, place)
    return [
      ...corridorProblems(figure, country, path),
      ...periodProblems(figure, today, path),
      ...(figure.total === null && figure.parts.length === 0
        ? [problem('FIGURE_EMPTY', { period: periodText(figure), indicator: figure.indicator }, path)]
        : []),
      ...(earlier.some((one) => sameCount(one, figure) && periodText(one) === periodText(figure))
        ? [problem('FIGURE_REPEATED', { period: periodText(figure), indicator: figure.indicator }, path)]
        : []),
      ...partProblems(figure, path),
    ]
  })
}

function corridorProblems(
  { requestingCountry, countryOfReturn }: GivenFigure,
  country: CountryCode,
  path: readonly string[],
): Problem[] {
  if (requestingCountry === null && countryOfReturn === null) return []
  if (requestingCountry === null) return [problem('FIELD_REQUIRED', {}, [...path, 'requestingCountry'])]
  if (countryOfReturn === null) return [problem('FIELD_REQUIRED', {}, [...path, 'countryOfReturn'])]
  if (requestingCountry === countryOfReturn) return [problem('SAME_COUNTRY', {}, [...path, 'countryOfReturn'])]
  return requestingCountry === country || countryOfReturn === country
    ? []
    : [problem('CORRIDOR_OF_OTHERS', { country }, [...path, 'requestingCountry'])]
}

const periodProblems = (figure: GivenFigure, today: Day, path: readonly string[]): Problem[] =>
  lastDayOf(figure) < today
    ? []
    : [problem('PERIOD_NOT_ENDED', { period: periodText(figure), until: lastDayOf(figure) }, [...path, 'year'])]

const samePart = (one: Part, other: Part): boolean =>
  one.sex === other.sex && one.age === other.age && one.exploitation === other.exploitation

const partProblems = (figure: GivenFigure, path: readonly string[]): Problem[] =>
  figure.parts.flatMap((part, place) =>
    figure.parts.slice(0, place).some((one) => samePart(one, part))
      ? [
          problem('FIGURE_REPEATED', { period: periodText(figure), indicator: figure.indicator }, [
            ...path,
            'parts',
            String(place),
          ]),
        ]
      : [],
  )

/** Figures that the country has reported already, in an import that the new one does not replace: one problem an import. */
export function overlapProblems(
  figures: readonly GivenFigure[],
  { current }: Reported,
  replaces: readonly string[],
): readonly Problem[] {
  const found = new Map<string, Problem>()
  for (const [place, figure] of figures.entries())
    for (const one of current) {
      const { id, country, source, sourceDay, importedAt } = one.import
      if (replaces.includes(id) || found.has(id)) continue
      if (!sameCount(one, figure) || !periodsOverlap(one, figure)) continue
      const counted = { country, period: periodText(one), indicator: one.indicator }
      const facts = { ...counted, source, sourceDay, at: importedAt, import: id }
      found.set(id, problem('FIGURES_OVERLAP', facts, ['figures', String(place)]))
    }
  return [...found.values()]
}
