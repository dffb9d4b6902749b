import { say } from '../../../locales/index.ts'
import type { CountryCode } from '../../domain/kernel/country.ts'
import type { Language } from '../../domain/kernel/language.ts'
import type { DraftedLine, ReportArea, ReportTable } from '../../domain/reports/report.ts'
import type { Making } from '../../domain/reports/report-entry.ts'
import type { World } from '../../domain/world.ts'
import { writtenFor } from '../letter-words.ts'
import { chartOf } from './chart-of.ts'
import { chartOption } from './chart-option.ts'
import { categoryName, dimensionName } from './dimension-words.ts'
import { draftedInWords } from './drafted-in-words.ts'
import { captionOf } from './table-in-words.ts'
import { codeName, tellerIn } from './teller.ts'

/** Words of a table for a screen; the same as in documents. */
export const captionIn = (world: World, language: Language, table: ReportTable): string =>
  captionOf(tellerIn({ world }, language), table)
export const dimensionIn = (world: World, language: Language, name: string): string =>
  dimensionName(tellerIn({ world }, language), name)
/** The bars of a table as an option of ECharts, in JSON; null where there is nothing to compare. */
export function chartIn(world: World, language: Language, table: ReportTable): string | null {
  const chart = chartOf(tellerIn({ world }, language), table)
  return chart && JSON.stringify(chartOption(chart))
}
/** A period says itself: `2025-Q3`. */
export const categoryIn = (world: World, language: Language, dimension: string, category: string): string =>
  dimension === 'period' ? category : categoryName(tellerIn({ world }, language), dimension, category)
export const draftedIn = (world: World, language: Language, country: CountryCode, line: DraftedLine): string =>
  draftedInWords(tellerIn({ world }, language), country, line)
export const failureIn = (language: Language, { reason, detail }: Extract<Making, { state: 'failed' }>): string =>
  say(writtenFor(language), `report:failure.${reason}`, { detail: detail ?? '' })
export const areaIn = (world: World, language: Language, area: ReportArea): string =>
  codeName(tellerIn({ world }, language), 'report-area', area)
