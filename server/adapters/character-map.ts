/** The characters a TTF font has a glyph for, read from its table `cmap` (subtables of formats 4 and 12). */
export function charactersOf(font: Buffer): ReadonlySet<number> {
  const cmap = tableOf(font, 'cmap')
  const found = new Set<number>()
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(4 + index * 8 + 4))
    const format = subtable.readUInt16BE(0)
    if (format === 12) readGroups(subtable, found)
    if (format === 4) readSegments(subtable, found)
  }
  return found
}

function tableOf(font: Buffer, tag: string): Buffer {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const entry = font.subarray(12 + index * 16)
    if (entry.toString('latin1', 0, 4) === tag) return font.subarray(entry.readUInt32BE(8))
  }
  throw new Error(`the font has no table ${tag}`)
}

/** Format 12: groups of a first character, a last one and the glyph of the first. */
function readGroups(subtable: Buffer, found: Set<number>): void {
  for (let index = 0; index < subtable.readUInt32BE(12); index++) {
    const group = subtable.subarray(16 + index * 12)
    const first = group.readUInt32BE(0)
    const glyph = group.readUInt32BE(8)
    for (let code = first; code <= group.readUInt32BE(4); code++) if (glyph + code - first !== 0) found.add(code)
  }
}

/** Format 4: four columns of as many segments; a glyph is reckoned from the segment’s delta, or looked up by its offset. */
function readSegments(subtable: Buffer, found: Set<number>): void {
  const width = subtable.readUInt16BE(6)
  const column = (number: number, segment: number) => 14 + number * width + (number > 0 ? 2 : 0) + segment * 2
  for (let segment = 0; segment < width / 2; segment++) {
    const last = subtable.readUInt16BE(column(0, segment))
    const first = subtable.readUInt16BE(column(1, segment))
    const delta = subtable.readUInt16BE(column(2, segment))
    const offsetAt = column(3, segment)
    const offset = subtable.readUInt16BE(offsetAt)
    for (let code = first; code <= last && code !== 0xffff; code++) {
      const listed = offset === 0 ? code : subtable.readUInt16BE(offsetAt + offset + (code - first) * 2)
      if (listed !== 0 && ((listed + delta) & 0xffff) !== 0) found.add(code)
    }
  }
}
