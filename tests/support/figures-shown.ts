import type { Where } from '../../server/domain/reports/protection/cell.ts'
import type { ReportTable } from '../../server/domain/reports/report.ts'
import type { Looked } from './api.ts'
import { type Sum, TableReader } from './table-reader.ts'

/** A table as a reader of GraphQL gets it. */
export interface ShownTable {
  readonly id: string
  readonly snapshot: string
  readonly isWithheld: boolean
  /** Categories by dimension. */
  readonly dimensions: Readonly<Record<string, readonly string[]>>
  readonly cells: readonly { readonly where: Where; readonly count: number | null; readonly leftOut: string | null }[]
}

export const shownTables = (tables: readonly Looked[]): readonly ShownTable[] =>
  tables.map(({ id, snapshot, isWithheld, dimensions, cells }) => ({
    id,
    snapshot,
    isWithheld,
    dimensions: Object.fromEntries(dimensions.map(({ name, categories }: Looked) => [name, categories])),
    cells: cells.map(({ where, count, leftOut }: Looked) => ({
      where: Object.fromEntries(where.map(({ dimension, category }: Looked) => [dimension, category])),
      count,
      leftOut,
    })),
  }))

/** The same of a table of frozen content. */
export const tableShown = ({ id, snapshot, isWithheld, dimensions, cells }: ReportTable): ShownTable => ({
  id,
  snapshot,
  isWithheld: isWithheld === true,
  dimensions: Object.fromEntries(dimensions.map(({ name, categories }) => [name, categories])),
  cells,
})

/** `TH LA`: the category of a cell in each dimension, `-` where it is summed over. */
export const keyOf = (dimensions: readonly string[], where: Where): string =>
  dimensions.map((name) => where[name] ?? '-').join(' ')

/** That it would harm a person to be known to be of a category: zeros of these are withheld too. */
const SENSITIVE: ReadonlySet<string> = new Set(['exploitation', 'sector', 'refusalReason'])

/**
 * What a reader can reckon of a table, or of the same table at several snapshots. Tables of one measure have nothing but
 * their total in common: where that is shown, who reads them together knows no more.
 */
export async function heldBy(tables: readonly ShownTable[], grows = false) {
  const dimensions = tables[0]?.dimensions ?? {}
  const own = tables.map(({ snapshot, isWithheld, cells }) => ({
    snapshot,
    isWithheld,
    cells: cells.map(({ where, count }) => ({ where: within(where, dimensions), count })),
  }))
  const isZero = (name: string, category: string) =>
    own.every(({ cells }) => cells.some(({ where, count }) => count === 0 && where[name] === category))
  const divided = Object.entries(dimensions).map(([name, categories]) => ({
    name,
    sensitive: SENSITIVE.has(name),
    // Of overlapping categories those that nobody is in are left aside, or there were too many kinds of persons.
    ...(name === 'exploitation'
      ? { overlapping: true, categories: categories.filter((one) => !isZero(name, one)) }
      : { categories }),
  }))
  const isKnown = (where: Where) =>
    divided.every(({ name, categories }) => !where[name] || categories.includes(where[name]))
  const known = own.map(({ snapshot, isWithheld, cells }) => ({
    snapshot,
    isWithheld,
    cells: cells.filter(({ where }) => isKnown(where)),
  }))
  const reader = await TableReader.of(divided, known, grows)
  return {
    range: (sum: Sum) => reader.rangeOf(sum.map((one) => ({ ...one, where: within(one.where, dimensions) }))),
    end: () => reader.end(),
  }
}

/** Without what holds of the whole table. */
const within = (where: Where, dimensions: ShownTable['dimensions']): Where =>
  Object.fromEntries(Object.entries(where).filter(([name]) => name in dimensions))
