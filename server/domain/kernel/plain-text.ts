/** Text that every store takes and every screen shows: whole characters, and none that controls. */
export const isPlainText = (text: string): boolean => text.isWellFormed() && !/\p{Cc}/u.test(text)

/** `U+0F40`: a character as those name it who cannot see it. */
export const codePointOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
