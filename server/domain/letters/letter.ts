import type { Language } from '../kernel/language.ts'

/** One letter in two languages (or one): everything is text, ready to print; index 0 is the left column. */
export interface Letter {
  readonly languages: readonly [Language] | readonly [Language, Language]
  readonly kind: string
  readonly reference: string
  readonly receipt: string
  readonly sides: readonly LetterText[]
}

/** The letter in one language. */
export interface LetterText {
  readonly language: Language
  /** Where everything is invented, a line that says so. */
  readonly fictitious: string | null
  readonly title: string
  readonly from: { readonly label: string; readonly lines: readonly string[] }
  readonly to: { readonly label: string; readonly lines: readonly string[] }
  /** One line a calendar. */
  readonly date: { readonly label: string; readonly lines: readonly string[] }
  readonly referenceLabel: string
  readonly receiptLabel: string
  readonly paragraphs: readonly string[]
  readonly rows: readonly { readonly label: string; readonly value: string; readonly assumed: boolean }[]
  readonly tables: readonly {
    readonly caption: string
    readonly head: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }[]
  readonly closing: string
  readonly signatures: readonly { readonly label: string; readonly sealLabel: string }[]
  /** What a marked row means; null where none is. */
  readonly assumedNote: string | null
  /** The word before the number of a page. */
  readonly page: string
}
