import { unzipSync, type Zippable, zipSync } from 'fflate'

/** Zip has no earlier time; it is written as the clock on the wall shows it, so that no zone changes it. */
const TIME = new Date(1980, 0, 1, 12)
/** What programs look for first. */
const FIRST = ['[Content_Types].xml', '_rels/.rels']

/**
 * The same parts in the same order, at the same time, packed by the same code: so the same content is the same bytes on
 * every machine. `instead` are parts that take the place of those that hold a time or a name.
 */
export function repack(bytes: Uint8Array, instead: Readonly<Record<string, string>>): Uint8Array {
  const parts = unzipSync(bytes)
  for (const [name, text] of Object.entries(instead)) {
    if (!parts[name]) throw new Error(`the file has no part ${name}`)
    parts[name] = new TextEncoder().encode(text)
  }
  const names = [
    ...FIRST,
    ...Object.keys(parts)
      .filter((name) => !FIRST.includes(name))
      .sort(),
  ]
  const files = names.map((name): readonly [string, Zippable[string]] => [name, parts[name] ?? new Uint8Array()])
  return zipSync(Object.fromEntries(files), { level: 6, mtime: TIME, os: 0 })
}
