import type { PrintedReport, ReportText } from '../../../domain/reports/printed/printed-report.ts'
import { readingInWords } from '../reading-in-words.ts'
import { type Telling, tell } from '../teller.ts'
import { allInEach, inEach, type Sheet, type Value } from './sheet.ts'

/** What the report is, which sheets there are, and how its signs and figures are to be read. */
export function aboutSheet(
  tellings: readonly Telling[],
  { sides, hash }: PrintedReport,
  sheets: readonly { readonly name: string; readonly sheet: Sheet }[],
): Sheet {
  const [first] = sides
  return {
    titles: [...new Set(sides.flatMap(linesOf))],
    columns: [],
    rows: [
      ...(first?.facts ?? []).map((_, place): Value[] => [
        ...sides.map(({ facts }) => facts[place]?.label ?? null),
        ...new Set(sides.map(({ facts }) => facts[place]?.value ?? null)),
      ]),
      [],
      inEach(tellings, (telling) => tell(telling, 'workbook:sheets')),
      ...sheets.map(({ name, sheet }) => [name, ...sheet.titles]),
    ],
    notes: allInEach(tellings, (telling) => readingOf(telling, hash)),
  }
}

const linesOf = ({ title, subtitle, fictitious, status }: ReportText): readonly string[] =>
  [title, subtitle, fictitious, status].flatMap((line) => line ?? [])

const readingOf = (telling: Telling, hash: string): readonly string[] =>
  readingInWords(telling, hash).flatMap(({ heading, blocks }) => [
    heading,
    ...blocks.flatMap((block) => (block.kind === 'list' ? block.items.map(({ text }) => text) : [])),
  ])
