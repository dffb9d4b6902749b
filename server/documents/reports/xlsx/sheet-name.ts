/** What Excel takes for the name of a sheet, in UTF-16 units. */
const LONGEST = 31

/** A letter with its marks, and with those that Khmer and Burmese write below it. */
const clusters = /\P{M}(?:\p{M}|(?<=[\u1039\u17d2])\P{M})*/gu

/** The beginning of a title that there is room for; no letter is torn apart. A number before it keeps names apart. */
export function sheetName(title: string): string {
  const legal = title.replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
  let name = ''
  for (const [cluster] of legal.matchAll(clusters)) {
    if (name.length + cluster.length > LONGEST) break
    name += cluster
  }
  return name.replace(/^['\s]+|['\s]+$/g, '')
}
