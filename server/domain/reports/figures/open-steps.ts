import { type CountryCode, countryCodes } from '../../kernel/country.ts'
import type { Instant } from '../../kernel/instant.ts'
import type { CountTable, Dimension } from '../protection/count-table.ts'
import type { FigureQuery, ReportParameters } from '../report.ts'
import { cube } from './cube.ts'
import { owedOn } from './figure-tables.ts'
import { type Direction, directionsOf, type FigureId, OPEN_FIGURES, tableId, type WatchedStep } from './figures-of.ts'
import { quartersOf } from './period.ts'

/** Whether an open step is due: nothing limits it also while its clock stands still. */
export const dues = ['not-yet-due', 'overdue', 'no-limit'] as const
export type Due = (typeof dues)[number]

export const dueDimension: Dimension = { name: 'due', categories: dues, sensitive: false }

/** Steps that are open at the snapshot, and alike. */
export interface OpenCount {
  readonly step: WatchedStep
  readonly requestingCountry: CountryCode
  readonly countryOfReturn: CountryCode
  readonly owedBy: CountryCode
  readonly due: Due
  readonly count: number
}

export interface OpenTable {
  readonly table: CountTable
  readonly figure: FigureId
  readonly query: FigureQuery
}

/** What is open at the snapshot, with true counts: for disclosure control alone. */
export const openTables = (
  counts: readonly OpenCount[],
  { kind, corridor, period }: Pick<ReportParameters, 'kind' | 'corridor' | 'period'>,
  snapshot: Instant,
): readonly OpenTable[] =>
  kind === 'imm-summary'
    ? []
    : directionsOf(corridor).flatMap((direction) =>
        OPEN_FIGURES.map(({ id, step }) => {
          const own = counts.filter((one) => one.step === step && isOn(one, direction))
          const by = direction ? ['due'] : ['owedBy', 'due']
          const [from, to] = quartersOf(period)
          const query = { kind: 'open-step', name: step, by, corridor: direction, from, to } as const
          return { figure: id, query, table: openTable(tableId(id, direction), step, own, direction, snapshot) }
        }),
      )

const isOn = (one: OpenCount, direction: Direction): boolean =>
  one.owedBy === one.countryOfReturn &&
  (!direction ||
    (one.requestingCountry === direction.requestingCountry && one.countryOfReturn === direction.countryOfReturn))

function openTable(
  id: string,
  step: WatchedStep,
  counts: readonly OpenCount[],
  direction: Direction,
  snapshot: Instant,
): CountTable {
  const owedBy = { name: 'owedBy', categories: countryCodes, sensitive: false }
  const dimensions = direction ? [dueDimension] : [owedBy, dueDimension]
  return {
    id,
    measure: { name: `open ${step}`, of: 'persons', cumulative: false },
    snapshot,
    dimensions: dimensions.map(({ name }) => name),
    cells: cube(
      counts,
      dimensions.map((one) => ({ ...one, categoriesOf: (fact) => [fact[one.name as 'due' | 'owedBy']] })),
      owedOn(direction),
    ),
  }
}
