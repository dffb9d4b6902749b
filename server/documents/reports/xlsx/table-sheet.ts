import type { ReportTable } from '../../../domain/reports/report.ts'
import { counted } from '../counts.ts'
import { categoryName, dimensionName } from '../dimension-words.ts'
import { captionOf } from '../table-in-words.ts'
import { signNotes, traceOf, withheldNote } from '../table-notes.ts'
import { type Telling, tell } from '../teller.ts'
import { allInEach, codeHead, headIn, inEach, type Sheet, shownIn } from './sheet.ts'

/** A table of counts in long form, a row a cell: so it can be filtered and put into a pivot table. Zeros stand too. */
export const tableSheet = (tellings: readonly Telling[], table: ReportTable): Sheet => ({
  titles: inEach(tellings, (telling) => captionOf(telling, table)),
  columns: [
    ...table.dimensions.flatMap(({ name }) => [
      ...tellings.map((telling) => ({ head: dimensionName(telling, name) })),
      codeHead(name),
    ]),
    headIn(tellings, (telling) => tell(telling, 'report:head.figure')),
  ],
  rows: table.cells.map((cell) => [
    ...table.dimensions.flatMap(({ name }) => {
      const code = cell.where[name]
      const wordsIn = (telling: Telling) =>
        code === undefined ? tell(telling, 'report:head.total') : categoryName(telling, name, code)
      return [...tellings.map(wordsIn), code ?? null]
    }),
    shownIn(counted(cell)),
  ]),
  notes: allInEach(tellings, (telling) => notesOf(telling, table)),
})

const notesOf = (telling: Telling, table: ReportTable): readonly string[] => [
  ...withheldNote(telling, table),
  ...signNotes(telling, [table.cells.map(counted)]),
  ...(table.dimensions.some(({ name }) => name === 'exploitation') ? [tell(telling, 'report:note.several')] : []),
  tell(telling, 'workbook:codes'),
  traceOf(telling, table),
]
