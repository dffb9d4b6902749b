import type { Language } from '../../server/domain/kernel/language.ts'
import type { Where } from '../../server/domain/reports/protection/cell.ts'
import type { ReportTable } from '../../server/domain/reports/report.ts'
import { labelOf } from './report-text.ts'

/** Signs of a number that is left out, as the report explains them. */
export const signs = { protection: '×', clearance: '…' } as const

/** What stands in a table as it is printed: categories that are not all zero, down and across, the totals last. */
interface Grid {
  /** Names of the columns; none where the table has one dimension. */
  readonly head: readonly string[]
  readonly rows: readonly (readonly [label: string, ...numbers: string[]])[]
}

export function gridOf({ id, dimensions, cells }: ReportTable, language: Language): Grid {
  const [down, across] = dimensions
  const cellAt = (where: Where) => {
    const found = cells.find((cell) => dimensions.every(({ name }) => cell.where[name] === where[name]))
    if (!found) throw new Error(`${id} has no cell ${JSON.stringify(where)}`)
    return found
  }
  const all = (one: typeof down): readonly Where[] => one?.categories.map((code) => ({ [one.name]: code })) ?? []
  const kept = (own: readonly Where[], others: readonly Where[]) => [
    ...own.filter((one) => [{}, ...others].some((other) => cellAt({ ...one, ...other }).count !== 0)),
    {},
  ]
  // Of a table that is left out whole one sign stands, for all of it.
  const isLeftOut = cells.every(({ leftOut }) => leftOut === 'clearance')
  const rows = isLeftOut ? [{}] : kept(all(down), all(across))
  const columns = across && !isLeftOut ? kept(all(across), all(down)) : [{}]
  const name = (one: typeof down, where: Where) => (one && labelOf(language, one.name, where[one.name])) ?? ''
  return {
    head: across && !isLeftOut ? columns.map((where) => name(across, where)) : [],
    rows: rows.map((row) => [
      name(down, row),
      ...columns.map((column) => {
        const { count, leftOut } = cellAt({ ...row, ...column })
        return leftOut ? signs[leftOut] : String(count)
      }),
    ]),
  }
}

/** What can be read aloud of a text: its numbers, and the signs for those left out. */
export const numbersIn = (text: string): readonly string[] => text.match(/\d+|×|…/g) ?? []
