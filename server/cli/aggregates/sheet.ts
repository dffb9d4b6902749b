import type { SentenceKey } from '../../../locales/index.ts'

/** A cell as the file holds it: text as it is written, a number as it is stored, nothing, or a formula nobody worked out. */
export type Cell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'no-value' }

/** A table as it was read, before anybody asked what it means. */
export interface Sheet {
  /** The name of the sheet; null for a file that has but one and no name for it. */
  readonly name: string | null
  /** Rows with their number in the file, counted from 1. */
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[]
  readonly faults: readonly Fault[]
}

/** What is wrong with a file, at which place; said in a language later. */
export interface Fault {
  readonly key: Extract<SentenceKey, `sheet:${string}`>
  readonly facts?: Readonly<Record<string, string>>
  readonly row?: number
  /** The name of the column as it stands in the file, or its letter. */
  readonly column?: string
}

/** The file is no table of its kind, or has no sheet of the name. */
export class Unreadable extends Error {}

/** `A`, `B` … `AA`: how people find a column. `position` counts from 0. */
export const columnLetter = (position: number): string =>
  (position >= 26 ? columnLetter(Math.floor(position / 26) - 1) : '') + String.fromCharCode(65 + (position % 26))
