import { periodText } from '../../../domain/aggregates/period.ts'
import type { Corridor } from '../../../domain/kernel/country.ts'
import type { PrintedBlock } from '../../../domain/reports/printed/printed-report.ts'
import type { Duration, Figures } from '../../../domain/reports/report.ts'
import { durationsInWords } from '../durations-in-words.ts'
import { everyLimit } from '../limits-in-words.ts'
import { reportedInWords } from '../reported-in-words.ts'
import { type Telling, tell } from '../teller.ts'
import { printedSheet } from './printed-sheet.ts'
import { codeHead, headIn, type Sheet } from './sheet.ts'

/** How long steps took, with the n, what the median is, and what is not yet due. */
export const durationsSheet = (tellings: readonly Telling[], { durations }: Figures): Sheet =>
  printedSheet(tellings, (telling) => tell(telling, 'report:section.durations'), durationsInWords, {
    columns: ['table', 'step', 'owedBy', 'corridor', 'where'].map(codeHead),
    rows: durations.map((one) => [one.table, one.step, one.owedBy, directionCode(one.corridor), whereOf(one)]),
  })

const directionCode = (corridor: Corridor | null): string | null =>
  corridor && `${corridor.requestingCountry}-${corridor.countryOfReturn}`

const whereOf = ({ where }: Duration): string =>
  Object.entries(where)
    .map(([name, code]) => `${name}=${code}`)
    .sort()
    .join('&')

/** What countries reported, each with how it counted. */
export const reportedSheet = (tellings: readonly Telling[], { reported }: Figures): Sheet =>
  printedSheet(tellings, (telling) => tell(telling, 'report:section.reported'), withoutSourceNumber, {
    columns: [
      ...(['definition', 'coverage', 'source', 'sourceDay'] as const).map((name) =>
        headIn(tellings, (telling) => tell(telling, `workbook:reported.${name}`)),
      ),
      ...['country', 'indicator', 'period', 'requestingCountry', 'countryOfReturn'].map(codeHead),
    ],
    rows: reported.map((one) => [
      ...[one.definition, one.coverage, one.source, one.sourceDay],
      ...[one.country, one.indicator, periodText(one.period)],
      ...[one.corridor?.requestingCountry ?? null, one.corridor?.countryOfReturn ?? null],
    ]),
  })

/** In print a number leads to the source below the table; here it stands in the row. */
const withoutSourceNumber = (telling: Telling): readonly PrintedBlock[] =>
  reportedInWords(telling).map((block) => {
    if (block.kind !== 'table') return block
    const left = (_: unknown, column: number) => block.head[column] !== tell(telling, 'report:head.source')
    return { ...block, head: block.head.filter(left), rows: block.rows.map((row) => row.filter(left)) }
  })

/** Each limit that no agreement states, also where in print they are only counted. */
export const limitsSheet = (tellings: readonly Telling[], { assumedLimits }: Figures): Sheet =>
  printedSheet(tellings, (telling) => tell(telling, 'report:section.limits'), everyLimit, {
    columns: ['procedure', 'version', 'step', 'unit'].map(codeHead),
    rows: assumedLimits.map(({ procedure, version, step, unit }) => [procedure, version, step, unit]),
  })

/** What was asked of the store for each table: enough to ask the same again. */
export const queriesSheet = (tellings: readonly Telling[], { tables }: Figures): Sheet => ({
  titles: [...new Set(tellings.map((telling) => tell(telling, 'workbook:queries')))],
  columns: [
    ...(['table', 'kind', 'name', 'by', 'from', 'to'] as const).map((name) =>
      headIn(tellings, (telling) => tell(telling, `workbook:query.${name}`)),
    ),
    headIn(tellings, (telling) => tell(telling, 'report:head.corridor')),
    headIn(tellings, (telling) => tell(telling, 'report:fact.snapshot')),
  ].map((column) => ({ ...column, code: true })),
  rows: tables.map(({ id, query, snapshot }) => [
    ...[id, query.kind, query.name],
    ...[query.by.join(', '), query.from, query.to, directionCode(query.corridor), snapshot],
  ]),
  notes: [],
})
