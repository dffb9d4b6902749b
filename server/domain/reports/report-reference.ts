import { periodText } from '../aggregates/period.ts'
import { SYMBOLS } from '../cases/reference.ts'
import type { Moment } from '../kernel/moment.ts'
import type { ReportParameters } from './report.ts'

const LETTERS = { 'som-progress': 'SOM', 'imm-summary': 'IMM', 'annual-monitoring': 'AMR', 'corridor-review': 'CR' }

/** `SOM-2025-7Q4M9D`, `CR-THKH-2025-Q3-7Q4M9D`: what people call a report by. */
export function reportReference({ kind, period, corridor }: ReportParameters, { draw }: Moment): string {
  const of = corridor ? `-${corridor.requestingCountry}${corridor.countryOfReturn}` : ''
  const symbols = draw(6, SYMBOLS.length).map((value) => SYMBOLS.charAt(value))
  return `${LETTERS[kind]}${of}-${periodText(period)}-${symbols.join('')}`
}
