/** Text that every store takes and every screen shows: whole characters, and none that controls. */
export const isPlainText = (text: string): boolean => text.isWellFormed() && !/\p{Cc}/u.test(text)
