import { type Period, periodText } from '../../aggregates/period.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { Where } from '../protection/cell.ts'
import type { CountTable } from '../protection/count-table.ts'
import type { FigureQuery, ReportParameters } from '../report.ts'
import type { CountedFact, FactColumn } from './counted-fact.ts'
import { cube } from './cube.ts'
import type { FigureDimensions } from './dimensions.ts'
import { type Direction, directionsOf, dividedBy, type FigureId, figuresOf, tableId } from './figures-of.ts'
import { quartersOf } from './period.ts'

/** What is asked of the store for one table. */
export interface Asked {
  readonly id: string
  readonly figure: FigureId
  readonly query: FigureQuery
  /** What the facts must say. */
  readonly columns: readonly FactColumn[]
}

/** Every table of a report of facts, and what it is made of. */
export const askedFor = (
  dimensions: FigureDimensions,
  { kind, period, corridor }: Pick<ReportParameters, 'kind' | 'period' | 'corridor'>,
): readonly Asked[] =>
  directionsOf(corridor).flatMap((direction) =>
    figuresOf(kind).map((figure): Asked => {
      const by = dividedBy(figure.by, direction)
      const [from, to] = quartersOf(period)
      return {
        id: tableId(figure.id, direction),
        figure: figure.id,
        query: { kind: figure.kind, name: figure.name, by, from, to, corridor: direction },
        columns: [...new Set(by.flatMap((one) => dimensions[one].columns))],
      }
    }),
  )

/** What holds of every fact of a table, as conditions of its cells. */
export const conditionsOf = (period: Period, direction: Direction): Where => ({
  period: periodText(period),
  ...(direction ? { requestingCountry: direction.requestingCountry, countryOfReturn: direction.countryOfReturn } : {}),
})

/** A table with its true counts: for disclosure control alone (`protect`), never for a reader. */
export const figureTable = (
  { id, query: { kind, name, by, corridor } }: Asked,
  facts: readonly CountedFact[],
  dimensions: FigureDimensions,
  { snapshot, period }: { readonly snapshot: Instant; readonly period: Period },
): CountTable => {
  const divided = by.map((one) => dimensions[one as keyof FigureDimensions])
  return {
    id,
    measure: { name: name === null ? kind : `${kind} ${name}`, of: 'persons', cumulative: true },
    snapshot,
    dimensions: by,
    cells: cube(facts, divided, conditionsOf(period, corridor)),
  }
}
