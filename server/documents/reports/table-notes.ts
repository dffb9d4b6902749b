import type { PrintedCell } from '../../domain/reports/printed/printed-report.ts'
import type { FigureQuery, ReportTable } from '../../domain/reports/report.ts'
import { NOTHING } from './blocks.ts'
import { NOT_CLEARED, WITHHELD } from './counts.ts'
import { type Telling, tell } from './teller.ts'

const SIGNS = [
  [WITHHELD, 'report:note.withheld'],
  [NOT_CLEARED, 'report:note.notCleared'],
  [NOTHING, 'report:note.nothing'],
] as const

/** What the signs that occur in a table mean. */
export const signNotes = (telling: Telling, rows: readonly (readonly PrintedCell[])[]): readonly string[] =>
  SIGNS.filter(([sign]) => rows.some((row) => row.some(({ text }) => text === sign))).map(([, key]) =>
    tell(telling, key),
  )

/** That a table is not shown as a whole; where a country is left out, its sign says why. */
export const withheldNote = (telling: Telling, { isWithheld, cells }: ReportTable): readonly string[] =>
  isWithheld && cells.some(({ leftOut }) => leftOut === 'protection')
    ? [tell(telling, 'report:note.tableWithheld')]
    : []

/** What a table was made of: enough to ask the same again, in codes that are the same in every language. */
export const traceOf = (telling: Telling, { id, query, snapshot }: ReportTable): string =>
  trace(telling, id, `${queryText(query)}&snapshot=${snapshot}`)

/** The same of a table that is no count of the store. */
export const trace = (telling: Telling, table: string, query: string): string =>
  tell(telling, 'report:note.trace', { table, query })

const queryText = ({ kind, name, by, from, to, corridor }: FigureQuery): string =>
  `${kind}${name === null ? '' : `/${name}`}?by=${by.join(',')}&from=${from}&to=${to}${
    corridor ? `&corridor=${corridor.requestingCountry}-${corridor.countryOfReturn}` : ''
  }`
