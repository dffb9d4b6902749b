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
  /** Whether it counts what was owed: by the country of return, for the requesting country owes no answer to itself. */
  readonly isOwed: boolean
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
        columns: [...new Set(figure.by.flatMap((one) => dimensions[one].columns))],
        isOwed: figure.by.some((one) => one === 'owedBy'),
      }
    }),
  )

/** What holds of every fact of a table, as conditions of its cells. */
export const conditionsOf = (period: Period, direction: Direction, isOwed: boolean): Where => ({
  period: periodText(period),
  ...(isOwed ? owedOn(direction) : direction),
})

/**
 * A direction in the words in which the tables of all corridors divide what is owed: only so does disclosure control hold
 * the cells of both together. Who owes is one of the two countries, so that the requesting country and it say the direction.
 */
export const owedOn = (direction: Direction): Where =>
  direction ? { requestingCountry: direction.requestingCountry, owedBy: direction.countryOfReturn } : {}

/** A table with its true counts: for disclosure control alone (`protect`), never for a reader. */
export const figureTable = (
  { id, query: { kind, name, by, corridor }, isOwed }: Asked,
  facts: readonly CountedFact[],
  dimensions: FigureDimensions,
  { snapshot, period }: { readonly snapshot: Instant; readonly period: Period },
): CountTable => {
  const divided = by.map((one) => dimensions[one as keyof FigureDimensions])
  const own = isOwed ? facts.filter(({ owedBy, requestingCountry }) => owedBy !== requestingCountry) : facts
  return {
    id,
    measure: { name: name === null ? kind : `${kind} ${name}`, of: 'persons', cumulative: true },
    snapshot,
    dimensions: by,
    cells: cube(own, divided, conditionsOf(period, corridor, isOwed)),
  }
}
