import { readFolder, readJson } from '../../../db/reference/read.ts'
import { codeListShape, countriesShape } from '../../../db/reference/shapes.ts'
import { PART_LISTS } from '../../domain/aggregates/breakdown.ts'
import { type Column, plain } from './columns.ts'

type Labelled = { readonly code: string; readonly label: Readonly<Record<string, string>> }

/** What may stand in a cell of a column: every code, and its words in seven languages, with the code that is meant. */
export type Words = ReadonlyMap<Column, ReadonlyMap<string, string>>

export function knownWords(): Words {
  const lists = new Map(
    readFolder(codeListShape, 'codes').map(({ list, codes }) => [list, codes as readonly Labelled[]]),
  )
  const countries = wordsOf(readJson(countriesShape, 'directory/countries.json') as readonly Labelled[])
  const of = (...names: readonly string[]) => wordsOf(names.flatMap((name) => lists.get(name) ?? []))
  return new Map<Column, ReadonlyMap<string, string>>([
    ['indicator', of('aggregate-indicator')],
    ['requestingCountry', countries],
    ['countryOfReturn', countries],
    ['sex', of(...PART_LISTS.sex)],
    ['age', of(...PART_LISTS.age)],
    ['exploitation', of(...PART_LISTS.exploitation)],
  ])
}

const wordsOf = (entries: readonly Labelled[]): ReadonlyMap<string, string> =>
  new Map(
    entries.flatMap(({ code, label }) => [code, ...Object.values(label)].map((word) => [plain(word), code] as const)),
  )
