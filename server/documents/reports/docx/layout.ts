import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'

/** Of A4 with margins of 2 cm, in twentieths of a point. */
export const TEXT_WIDTH = 9638

/** What stands on a page: texts of each language side by side, or something over the whole width. */
export type Piece =
  | { readonly beside: readonly (readonly Paragraph[])[] }
  | { readonly across: readonly (Paragraph | Table)[] }

/** One language: paragraph after paragraph. Two: rows of a table without borders, both beginning at the same height. */
export function laidOut(pieces: readonly Piece[]): readonly (Paragraph | Table)[] {
  const laid: (Paragraph | Table)[] = []
  let rows: TableRow[] = []
  const close = () => {
    // Word joins tables that nothing stands between.
    if (rows.length > 0) laid.push(columns(rows), new Paragraph({ style: 'Gap' }))
    rows = []
  }
  for (const piece of pieces) {
    if ('across' in piece) {
      close()
      laid.push(...piece.across)
    } else if (piece.beside.length === 1) laid.push(...piece.beside.flat())
    else rows.push(new TableRow({ children: piece.beside.map((children) => new TableCell({ children })) }))
  }
  close()
  return laid
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

const columns = (rows: readonly TableRow[]): Table =>
  new Table({
    rows,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [TEXT_WIDTH / 2, TEXT_WIDTH / 2],
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: { left: 0, right: 227, top: 0, bottom: 0 },
  })
