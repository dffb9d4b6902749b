import type { PrintedBlock, PrintedTable } from '../../../domain/reports/printed/printed-report.ts'
import { type Telling, tell } from '../teller.ts'
import { allInEach, type Column, inEach, type Sheet, shownIn, type Value } from './sheet.ts'

/** What stands beside each row of a printed table. */
export interface Beside {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Value[])[]
}

/**
 * A table as it is printed, a column for each language where it holds words, and codes beside its rows. Where there is
 * nothing to print, what is said instead.
 */
export function printedSheet(
  tellings: readonly Telling[],
  titleOf: (telling: Telling) => string,
  printed: (telling: Telling) => readonly PrintedBlock[],
  beside: Beside,
): Sheet {
  const titles = inEach(tellings, titleOf)
  const blocks = tellings.map((telling) => ({ telling, blocks: printed(telling) }))
  const tables = blocks.flatMap(({ blocks: own }) => own.filter(isTable).slice(0, 1))
  const [first] = tables
  if (!first) {
    const said = blocks.flatMap(({ blocks: own }) => own.flatMap((block) => ('text' in block ? [block.text] : [])))
    return { titles, columns: [], rows: said.map((text) => [text]), notes: [] }
  }
  const numeric = (column: number) => first.numeric.includes(column)
  const heads = first.head.flatMap((_, column): Column[] => {
    const own = tables.map(({ head }) => head[column] ?? '')
    return numeric(column) ? [{ head: [...new Set(own)].join(' / ') }] : own.map((head) => ({ head }))
  })
  return {
    titles,
    columns: [...heads, ...beside.columns],
    rows: first.rows.map((row, place) => [
      ...row.flatMap((cell, column) =>
        numeric(column) ? [shownIn(cell)] : tables.map(({ rows }) => rows[place]?.[column]?.text ?? null),
      ),
      ...(beside.rows[place] ?? []),
    ]),
    notes: [
      ...new Set(tables.flatMap(({ notes }) => notes)),
      ...allInEach(tellings, (telling) => [tell(telling, 'workbook:codes')]),
    ],
  }
}

const isTable = (block: PrintedBlock): block is PrintedTable => block.kind === 'table'
