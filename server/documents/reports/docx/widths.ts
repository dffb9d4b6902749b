import { lettersOf } from '../letters.ts'
import { TEXT_WIDTH } from './layout.ts'
import type { Worded } from './text.ts'

/** Widths of the columns by what stands in them: numbers take the room of the longest word above them, texts more. */
export function widthsOf(
  head: readonly Worded[],
  rows: readonly (readonly Worded[])[],
  numeric: readonly number[],
): readonly number[] {
  const [some] = head.length > 0 ? [head] : rows
  const shares = (some ?? []).map((_, column) => {
    const heading = head[column] ?? []
    const cells = rows.flatMap((row) => row[column] ?? [])
    const widest = (texts: Worded, split: RegExp) =>
      Math.max(0, ...texts.flatMap(({ text }) => text.split(split).map(lettersOf)))
    if (numeric.includes(column)) return between(7, widest([...heading, ...cells], /\s/) + 3, 14)
    return between(10, widest([...heading, ...cells], /\n/), 32)
  })
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.floor((TEXT_WIDTH * share) / all))
}

const between = (least: number, value: number, most: number): number => Math.min(most, Math.max(least, value))
