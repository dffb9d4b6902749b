import { BadUse } from './bad-use.ts'
import type { Command } from './command.ts'

type Import = (
  file: string,
  given: Parameters<Command['run']>[1],
  output: Parameters<Command['run']>[2],
) => Promise<number>

/** What can be imported; each is read when it is called. */
const imports: Readonly<Record<string, () => Promise<Import>>> = {
  aggregates: async () => (await import('./aggregates/import-aggregates.ts')).importAggregates,
}

export const importCommand: Command = {
  help: `mekong-liaison import aggregates FILE --url URL --key-file FILE --definition TEXT --coverage TEXT --source TEXT
                                --source-day DAY [--sheet NAME] [--replaces ID,…] [--language LANGUAGE]
mekong-liaison import aggregates FILE --dry-run [--sheet NAME] [--language LANGUAGE]

Reads national figures from a CSV file (UTF-8; comma, semicolon or tab) or an XLSX workbook and hands them in with the key of
a taskforce or an administrator. The first row names the columns, in these codes or in any of the seven languages:

  year, indicator, value                       in every row
  quarter                                      1 to 4; empty: the whole year
  requestingCountry, countryOfReturn           for a corridor
  sex, age, exploitation                       for a part; a row without any of them is a total

Codes and labels of the code lists are both taken, numbers in the digits of every script and with marks between thousands.
Merged cells, empty cells, formulas without a value and words in place of numbers are refused, each with its row and column;
nothing is sent then. The three texts are at most 280 characters each and pass the guard.

  --sheet NAME    a sheet of the workbook; the first when left out
  --replaces IDS  earlier imports of the country that this one takes the place of, divided by commas
  --dry-run       only read the file
  --language      of what is said; the account's when left out

Sent again the same file is imported once (for 7 days). Exit 1: something was refused. --json: the receipt, or the problems.
`,
  options: {
    url: { type: 'string' },
    'key-file': { type: 'string' },
    definition: { type: 'string' },
    coverage: { type: 'string' },
    source: { type: 'string' },
    'source-day': { type: 'string' },
    sheet: { type: 'string' },
    replaces: { type: 'string' },
    language: { type: 'string' },
    'dry-run': { type: 'boolean', default: false },
  },
  async run([what = '', file], given, output) {
    const load = Object.hasOwn(imports, what) ? imports[what] : undefined
    if (!load || file === undefined) throw new BadUse(`import: ${Object.keys(imports).join(' or ')}, and a FILE`)
    return (await load())(file, given, output)
  },
}
