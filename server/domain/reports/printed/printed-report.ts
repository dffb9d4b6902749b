import type { Language } from '../../kernel/language.ts'

/**
 * A report as it is printed: in one language, or in two side by side. Everything is text; both sides have the same
 * sections, blocks, rows and columns at the same places. Numbers are in Latin digits in every language.
 */
export interface PrintedReport {
  readonly languages: readonly [Language] | readonly [Language, Language]
  /** What people call the report by: `SOM-2025-7Q4M9D`. */
  readonly reference: string
  /** sha256 of its content in hexadecimal digits: two reports with one hash say the same. */
  readonly hash: string
  readonly sides: readonly ReportText[]
}

/** The report in one language. */
export interface ReportText {
  readonly language: Language
  /** Where everything is invented, a line that says so, for the head of every page. */
  readonly fictitious: string | null
  /** While it is not published, a line that says so, for the head of every page. */
  readonly status: string | null
  readonly title: string
  /** Meeting or corridor, and period. */
  readonly subtitle: string
  /** On the first page: what it is about, its snapshot, hash, who cleared it, who is left out. */
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly referenceLabel: string
  /** Heading of the table of contents. */
  readonly contents: string
  readonly sections: readonly PrintedSection[]
  /** `Page {page} of {pages}`: the template puts the numbers in. */
  readonly page: string
}

export interface PrintedSection {
  /** 1: in the contents, begins a part; 2: below it. */
  readonly level: 1 | 2
  readonly heading: string
  readonly blocks: readonly PrintedBlock[]
}

export type PrintedBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Numbered where its items have numbers of their own. */
  | { readonly kind: 'list'; readonly items: readonly PrintedItem[] }
  | PrintedTable
  | PrintedChart

export interface PrintedItem {
  readonly number: string | null
  readonly text: string
  /** The language the text is in, where that is not the language of the report; it is typeset in that language. */
  readonly foreign: { readonly language: Language; readonly note: string } | null
}

export interface PrintedTable {
  readonly kind: 'table'
  /** The same in all languages: `sent-by-corridor`. */
  readonly id: string
  readonly caption: string
  readonly head: readonly string[]
  /** Which columns hold numbers, from 0: they stand to the right. */
  readonly numeric: readonly number[]
  readonly rows: readonly (readonly PrintedCell[])[]
  /** What signs in it mean, what it was made of, what is assumed. */
  readonly notes: readonly string[]
}

export interface PrintedCell {
  /** What is shown: a number in digits, a label, or the sign for what is withheld or not cleared. */
  readonly text: string
  /** The number, where the cell shows one. */
  readonly value: number | null
}

/** Horizontal bars of one table, which stands with it. */
export interface PrintedChart {
  readonly kind: 'chart'
  readonly caption: string
  /** Id of the table whose numbers these are. */
  readonly table: string
  readonly bars: readonly { readonly label: string; readonly text: string; readonly value: number | null }[]
}
