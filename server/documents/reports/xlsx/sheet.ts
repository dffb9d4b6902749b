import type { PrintedCell } from '../../../domain/reports/printed/printed-report.ts'
import type { Telling } from '../teller.ts'

/** What stands in a cell: a text, never a formula; a number; nothing. */
export type Value = string | number | null

/** A column of words, of numbers or of codes, which are the same in every language. */
export interface Column {
  readonly head: string
  readonly code?: boolean
}

export interface Sheet {
  /** What it is called in the list of sheets; its tab has room for the beginning of it. */
  readonly titles: readonly string[]
  /** None: the rows are labels and what they say. */
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Value[])[]
  readonly notes: readonly string[]
}

/** A number as a number; else the sign that stands for it. */
export const shownIn = ({ value, text }: PrintedCell): Value => value ?? text

/** A text in each language, once where they say the same. */
export const inEach = (tellings: readonly Telling[], textOf: (telling: Telling) => string): readonly string[] => [
  ...new Set(tellings.map(textOf)),
]

/** Several texts of each language, one language after the other. */
export const allInEach = (tellings: readonly Telling[], textsOf: (telling: Telling) => readonly string[]) => [
  ...new Set(tellings.flatMap(textsOf)),
]

/** A head for a column that both languages share. */
export const headIn = (tellings: readonly Telling[], textOf: (telling: Telling) => string): Column => ({
  head: inEach(tellings, textOf).join(' / '),
})

/** So that no code is taken for a word that is written alike. */
export const codeHead = (name: string): Column => ({ head: `code.${name}`, code: true })
