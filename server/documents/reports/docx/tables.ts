import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Language } from '../../../domain/kernel/language.ts'
import type { PrintedTable } from '../../../domain/reports/printed/printed-report.ts'
import { TEXT_WIDTH } from './layout.ts'
import { type RunLook, runs, type Worded } from './text.ts'
import { widthsOf } from './widths.ts'

/** A table of data, once: both languages stand in a cell, or one where they say the same. */
export function tableOf(
  sides: readonly { readonly language: Language; readonly table: PrintedTable }[],
): readonly (Paragraph | Table)[] {
  const [first] = sides
  if (!first) return []
  const { head, rows, numeric, notes } = first.table
  const worded = (textOf: (table: PrintedTable) => string | undefined): Worded =>
    sides.map(({ language, table }) => ({ language, text: textOf(table) ?? '' }))
  return [
    ...paragraphs(
      'Caption',
      worded(({ caption }) => caption),
    ),
    grid(
      head.map((_, column) => worded((table) => table.head[column])),
      rows.map((row, place) => row.map((_, column) => worded(({ rows: all }) => all[place]?.[column]?.text))),
      numeric,
    ),
    new Paragraph({ style: 'Gap' }),
    ...notes.flatMap((_, place) =>
      paragraphs(
        'Note',
        worded((table) => table.notes[place]),
      ),
    ),
  ]
}

/** A paragraph a language, or one where all say the same. */
export const paragraphs = (
  style: string,
  texts: Worded,
  look: RunLook & { readonly toTheRight?: boolean } = {},
): readonly Paragraph[] =>
  texts
    .filter(({ text }, place) => texts.findIndex((one) => one.text === text) === place)
    .map(
      ({ language, text }) =>
        new Paragraph({
          style,
          ...(look.toTheRight ? { alignment: AlignmentType.RIGHT } : {}),
          children: runs(text, language, look),
        }),
    )

/** Rows and columns; the head, if there is one, stands on every page. */
export function grid(head: readonly Worded[], rows: readonly (readonly Worded[])[], numeric: readonly number[]): Table {
  const widths = widthsOf(head, rows, numeric)
  const cells = (texts: readonly Worded[], look: RunLook) =>
    texts.map(
      (text, column) =>
        new TableCell({
          ...(look.bold ? { shading: { fill: 'E7ECF5' } } : {}),
          children: paragraphs('Cell', text, { ...look, toTheRight: numeric.includes(column) }),
        }),
    )
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders,
    margins: { left: 85, right: 85, top: 0, bottom: 0 },
    rows: [
      ...(head.length > 0
        ? [new TableRow({ tableHeader: true, cantSplit: true, children: cells(head, { bold: true }) })]
        : []),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row, {}) })),
    ],
  })
}

const line = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' } as const
const borders = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }
