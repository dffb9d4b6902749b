import type { CountryCode } from '../../domain/kernel/country.ts'
import type { DraftedLine } from '../../domain/reports/report.ts'
import { codeName, countryName, type Teller, tell } from './teller.ts'

/** A drafted line as a sentence; where its number is not shown, the sentence says that. */
export function draftedInWords(telling: Teller, country: CountryCode, { code, count, indicator }: DraftedLine): string {
  const facts = {
    country: countryName(telling, country),
    indicator: indicator === null ? '' : codeName(telling, 'aggregate-indicator', indicator),
  }
  return count === null
    ? tell(telling, `report:withheld.${code}`, facts)
    : tell(telling, `report:drafted.${code}`, { ...facts, number: String(count) })
}
