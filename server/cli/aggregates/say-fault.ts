import { say } from '../../../locales/index.ts'
import { type Speaker, showList } from '../../../locales/show.ts'
import type { Fault } from './sheet.ts'

/** Sheet, row and column in words, as far as they are known. */
export function placeWords(to: Speaker, sheet: string | null, row: number | null, column: string | null): string {
  const places = [
    ...(sheet === null ? [] : [say(to, 'sheet:place.sheet', { sheet })]),
    ...(row === null ? [] : [say(to, 'sheet:place.row', { row: String(row) })]),
    ...(column === null ? [] : [say(to, 'sheet:place.column', { column })]),
  ]
  return showList(to, places)
}

export function faultWords(to: Speaker, sheet: string | null, { key, facts, row, column }: Fault): string {
  const place = placeWords(to, sheet, row ?? null, column ?? null)
  return [...(place ? [place] : []), say(to, key, facts)].join('  ')
}
