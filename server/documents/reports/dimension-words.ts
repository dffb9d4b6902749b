import { type CountryCode, countryCodes } from '../../domain/kernel/country.ts'
import type { Code } from '../../domain/kernel/ids.ts'
import { countryName, type Teller, tell } from './teller.ts'

/** Code lists of the dimensions that are divided by codes. */
const LISTS: Readonly<Record<string, string>> = {
  sex: 'sex',
  exploitation: 'exploitation',
  sector: 'sector',
  holdReason: 'hold-reason',
  refusalReason: 'refusal-reason',
  disputeSubject: 'dispute-subject',
  service: 'service',
}
const OWN = ['requestingCountry', 'countryOfReturn', 'owedBy', 'age', 'inTime', 'due'] as const
const CATEGORIES = ['minor', 'adult', 'in-time', 'late', 'not-yet-due', 'overdue', 'no-limit', 'not-stated'] as const

/** What a table is divided by. */
export function dimensionName(telling: Teller, name: string): string {
  const own = OWN.find((one) => one === name)
  if (own) return tell(telling, `report:dimension.${own}`)
  const label = telling.world.codeLists.get(LISTS[name] ?? '')?.label[telling.language]
  if (!label) throw new Error(`no words for the dimension ${name}`)
  return label
}

/** A category of it: a country, a code of its list, or one of the few that have words of their own. */
export function categoryName(telling: Teller, dimension: string, category: string): string {
  const listed = telling.world.codes.get(LISTS[dimension] ?? '')?.get(category as Code)
  if (listed) return listed.label[telling.language]
  if (isCountry(category)) return countryName(telling, category)
  const own = CATEGORIES.find((one) => one === category)
  if (!own) throw new Error(`no words for ${category} of the dimension ${dimension}`)
  return tell(telling, `report:category.${own}`)
}

const isCountry = (category: string): category is CountryCode => countryCodes.some((code) => code === category)
