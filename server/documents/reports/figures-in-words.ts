import type { PrintedBlock, PrintedSection } from '../../domain/reports/printed/printed-report.ts'
import type { ReportTable } from '../../domain/reports/report.ts'
import { below, paragraph, part, words } from './blocks.ts'
import { chartOf } from './chart-of.ts'
import { cellsOf, counted } from './counts.ts'
import { durationsInWords } from './durations-in-words.ts'
import { limitsInWords } from './limits-in-words.ts'
import { plainTable } from './plain-table.ts'
import { reportedInWords } from './reported-in-words.ts'
import { captionOf, tableInWords } from './table-in-words.ts'
import { traceOf } from './table-notes.ts'
import { type Telling, tell } from './teller.ts'

/** All figures: the tables in this order, the others behind them; durations, national figures, assumed limits. */
export function figuresInWords(telling: Telling, first: readonly string[] = []): readonly PrintedSection[] {
  const { tables } = telling.content.figures
  const named = first.flatMap((id) => tables.filter((table) => table.figure === id))
  const ordered = [...named, ...tables.filter(({ figure }) => !first.includes(figure))]
  return [
    part(tell(telling, 'report:section.figures'), tablesInWords(telling, ordered)),
    below(tell(telling, 'report:section.durations'), durationsInWords(telling)),
    below(tell(telling, 'report:section.reported'), reportedInWords(telling)),
    below(tell(telling, 'report:section.limits'), limitsInWords(telling)),
  ]
}

const tablesInWords = (telling: Telling, tables: readonly ReportTable[]): readonly PrintedBlock[] =>
  tables.length === 0
    ? [paragraph(tell(telling, 'report:noFigures'))]
    : tables.flatMap((table) => {
        const chart = chartOf(telling, table)
        return [tableInWords(telling, table), ...(chart ? [chart] : [])]
      })

const KEY_FIGURES = [
  'sent-by-corridor',
  'accepted-by-corridor',
  'received-by-corridor',
  'unannounced-by-corridor',
  'stopped-by-corridor',
]

/** The totals of a few tables, for ministers. */
export function keyFiguresInWords(telling: Telling): readonly PrintedSection[] {
  const tables = telling.content.figures.tables.filter(({ figure }) => KEY_FIGURES.includes(figure))
  const heading = tell(telling, 'report:section.keyFigures')
  if (tables.length === 0) return [part(heading, [paragraph(tell(telling, 'report:noFigures'))])]
  const caption = tell(telling, 'report:table.key-figures')
  const notes = tables.map((table) => traceOf(telling, table))
  const table = plainTable(
    telling,
    { id: 'key-figures', caption, notes },
    [
      { head: tell(telling, 'report:head.figure'), cell: (table) => words(captionOf(telling, table)) },
      {
        head: tell(telling, 'report:head.total'),
        numeric: true,
        cell: (one) => counted(cellsOf(one)({})),
      },
    ],
    tables,
  )
  return [part(heading, [table])]
}
