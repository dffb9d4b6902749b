import type { Row } from './rows.ts'
import type { Fault } from './sheet.ts'

/** A figure as the service takes it, and the rows that its total and its parts came from. */
interface Gathered {
  readonly scope: Readonly<Record<string, string | number>>
  total: { readonly value: number; readonly row: number } | null
  readonly parts: { readonly values: Readonly<Record<string, string | number>>; readonly row: number }[]
}

/** What is sent, and for each path into it the row of the file. */
export interface Figures {
  readonly figures: readonly Readonly<Record<string, unknown>>[]
  readonly rowAt: (path: readonly string[]) => number | null
  readonly faults: readonly Fault[]
}

/** Rows that count the same thing in the same period are one figure: its total, and its parts. */
export function figuresIn(rows: readonly Row[]): Figures {
  const gathered = new Map<string, Gathered>()
  const faults: Fault[] = []
  for (const { row, codes, year, quarter, value } of rows) {
    const { indicator = '', requestingCountry, countryOfReturn, ...breakdown } = codes
    const scope = {
      year,
      ...(quarter === null ? {} : { quarter }),
      indicator,
      ...(requestingCountry ? { requestingCountry } : {}),
      ...(countryOfReturn ? { countryOfReturn } : {}),
    }
    const key = JSON.stringify(scope)
    const figure: Gathered = gathered.get(key) ?? { scope, total: null, parts: [] }
    gathered.set(key, figure)
    if (Object.keys(breakdown).length > 0) figure.parts.push({ values: { ...breakdown, value }, row })
    else if (figure.total) faults.push({ key: 'sheet:rowTwice', row })
    else figure.total = { value, row }
  }
  const list = [...gathered.values()]
  return {
    figures: list.map(({ scope, total, parts }) => ({
      ...scope,
      ...(total ? { total: total.value } : {}),
      parts: parts.map(({ values }) => values),
    })),
    rowAt: ([_figures, place, _parts, part]) => {
      const figure = list[Number(place)]
      return (part !== undefined ? figure?.parts[Number(part)]?.row : rowOfTotal(figure)) ?? null
    },
    faults,
  }
}

/** A total that is not there is the sum of its parts: the first of them shows where. */
const rowOfTotal = (figure: Gathered | undefined): number | undefined => figure?.total?.row ?? figure?.parts[0]?.row
