import type { GuardTools } from '../domain/confidentiality/guard.ts'
import { drawnCharacters } from './drawn-characters.ts'
import { isTelephone } from './telephones.ts'
import { zawgyiProbability, zawgyiToUnicode } from './zawgyi.ts'

/** What packages do for the guard. */
export const guardTools: GuardTools = {
  isTelephone,
  zawgyiProbability,
  zawgyiToUnicode,
  isDrawn: (character) => drawnCharacters().has(character.codePointAt(0) ?? 0),
}
