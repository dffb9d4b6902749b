import { inflateRawSync } from 'node:zlib'

/** The parts of a zip in their order, by its directory at the end; with the time each says it was made. */
export function zipParts(bytes: Uint8Array): ReadonlyMap<string, { readonly text: string; readonly time: string }> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  const parts = new Map<string, { text: string; time: string }>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place))
    const name = zip.toString('utf8', at + 46, at + 46 + (nameLength ?? 0))
    const start = zip.readUInt32LE(at + 42)
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28)
    const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20))
    const text = (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8')
    parts.set(name, { text, time: zip.toString('hex', at + 12, at + 16) })
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0)
  }
  return parts
}
