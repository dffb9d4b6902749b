import { type Language, languages } from '../domain/kernel/language.ts'
import { codePointOf } from '../domain/kernel/plain-text.ts'

/** A character that no font has, and the language of the text it stands in; null outside of any. */
export interface MissingCharacter {
  readonly character: string
  readonly language: Language | null
}

/** A document that would show an empty box in place of a letter is not made. */
export class MissingGlyph extends Error {
  readonly missing: readonly MissingCharacter[]

  constructor(missing: readonly MissingCharacter[]) {
    super(`no font has ${missing.map(named).join(', ')}`)
    this.name = 'MissingGlyph'
    this.missing = missing
  }
}

const named = ({ character, language }: MissingCharacter): string =>
  `${codePointOf(character)} ${character.isWellFormed() ? character : '(half a character)'} (${language ?? 'any language'})`

/**
 * What the texts of a JSON value hold beyond `drawn`, each character once a language, in the order it is met.
 * A text is in the language of the nearest object around it that names one (`language`).
 */
export function missingIn(data: unknown, drawn: ReadonlySet<number>): readonly MissingCharacter[] {
  const found = new Map<string, MissingCharacter>()
  look(data, null)
  return [...found.values()]

  function look(value: unknown, language: Language | null): void {
    if (typeof value === 'string') {
      for (const character of value)
        if (character !== '\n' && !drawn.has(character.codePointAt(0) ?? 0))
          found.set(`${language} ${character}`, { character, language })
    } else if (Array.isArray(value)) {
      for (const one of value) look(one, language)
    } else if (typeof value === 'object' && value !== null) {
      const own = languages.find((one) => 'language' in value && one === value.language)
      for (const one of Object.values(value)) look(one, own ?? language)
    }
  }
}
