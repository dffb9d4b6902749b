import type { Language } from '../../server/domain/kernel/language.ts'
import type { TypedWording } from '../../server/domain/kernel/wording.ts'

/** A statement as it is typed, in one language. */
export const worded = (text: string, language: Language = 'en'): TypedWording => ({
  texts: [{ language, note: { text } }],
})
