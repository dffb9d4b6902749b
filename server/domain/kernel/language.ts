/** The service's languages; English is the last resort, not a default that others are translated from on the fly. */
export const languages = ['en', 'km', 'lo', 'my', 'th', 'vi', 'zh'] as const
export type Language = (typeof languages)[number]

/** A text in all seven languages, as reference data carries it. */
export type Label = Readonly<Record<Language, string>>

/** Where a value comes from. `assumed` is shown as not confirmed by the parties. */
export interface Basis {
  readonly status: 'sourced' | 'assumed' | 'agreed'
  readonly source: string
  readonly note?: string | undefined
}
