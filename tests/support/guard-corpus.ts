import { readFileSync } from 'node:fs'
import type { GuardRule } from '../../server/domain/confidentiality/finding.ts'
import type { TextEncoding } from '../../server/domain/confidentiality/guard.ts'
import { languages } from '../../server/domain/kernel/language.ts'

/** A sentence as an officer might type it: harmless (`rule` null), or with identity in it (`what`). All of it is invented. */
export interface Sentence {
  readonly language: string
  readonly text: string
  readonly rule: GuardRule | null
  readonly what?: string
  readonly encoding?: TextEncoding
}

const read = (language: string): Sentence[] =>
  JSON.parse(readFileSync(new URL(`../fixtures/guard/${language}.json`, import.meta.url), 'utf8')).map(
    (one: Omit<Sentence, 'language'>) => ({ ...one, language }),
  )

export const corpus: readonly Sentence[] = languages.flatMap(read)
