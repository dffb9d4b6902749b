import { readFileSync } from 'node:fs'
import { shippedProcedures } from '../../db/reference/read.ts'
import { readWorld } from '../../db/reference/world.ts'
import { reportIn } from '../../server/documents/reports/report-in.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { type Language, languages } from '../../server/domain/kernel/language.ts'
import type { PrintedBlock, PrintedTable, ReportText } from '../../server/domain/reports/printed/printed-report.ts'
import type { ReportContent } from '../../server/domain/reports/report.ts'

export const world = readWorld(shippedProcedures().map(({ procedure }) => procedure))
export const HASH = '5f'.repeat(32)

/** A report in one language. */
export const textIn = (content: ReportContent, language: Language): ReportText => {
  const [side] = reportIn({ world }, content, HASH, [language]).sides
  if (!side) throw new Error('a report has a side')
  return side
}
export const blocksOf = ({ sections }: ReportText): readonly PrintedBlock[] => sections.flatMap(({ blocks }) => blocks)
export const tablesOf = (text: ReportText): readonly PrintedTable[] =>
  blocksOf(text).filter((block) => block.kind === 'table')
/** All that is text in it, wherever it stands. */
export const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsOf)
      : []

const said = new Map<Language, Readonly<Record<string, string>>>(
  languages.map((language) => [language, JSON.parse(readFileSync(`locales/${language}/report.json`, 'utf8'))]),
)
/** The words of reports in a language, as they stand in its file. */
export const words = (language: Language) => said.get(language) ?? {}
export const countryIn = (language: Language, country: CountryCode) =>
  world.countries.get(country)?.label[language] ?? ''

const LISTS: Readonly<Record<string, string>> = {
  holdReason: 'hold-reason',
  refusalReason: 'refusal-reason',
  disputeSubject: 'dispute-subject',
}
/** The name of a category, found otherwise than the report finds it. */
export function labelOf(language: Language, dimension: string, category: string | undefined): string | undefined {
  if (category === undefined) return words(language)['head.total']
  const code = world.codeLists.get(LISTS[dimension] ?? dimension)?.codes.find((one) => one.code === category)
  const country = [...world.countries.values()].find((one) => one.code === category)
  return (code ?? country)?.label[language] ?? words(language)[`category.${category}`]
}
