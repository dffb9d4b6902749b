/** Words with white space between them, as a list. */
export const list = (...texts: readonly string[]): string[] => texts.flatMap((text) => text.trim().split(/\s+/))
