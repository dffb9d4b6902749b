/** Marks that show nothing and turn the order of letters around, hyphenate or choose a shape; those that shape scripts stay. */
const unseen = /[[\p{Cf}--[\u200b\u200c\u200d]]\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gv
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g
/** What XML cannot hold, and other control characters; tabs and line ends stay. */
const controls = /[[\p{Cc}--[\n\t]]\ufffe\uffff]/gv

/** A text as a file holds it that people go on editing: as it was typed, its tabs and line ends kept. */
export const fileText = (text: string): string =>
  text.toWellFormed().replace(lineEnds, '\n').replace(controls, ' ').replace(unseen, '')
