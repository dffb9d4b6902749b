import { createHash, createPublicKey, verify } from 'node:crypto'

// A second verifier, written from server/domain/journal/README.md alone: it shares no code with the product, keeps the
// whole log in memory and reckons the tree by recursion. It says what it finds, or nothing.

type Json = Record<string, unknown>
const sha = (...parts: (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const commit = (salt: unknown, text: unknown): string => sha(`${salt}\n${text}`).toString('hex')

/** Enough of `canonical` for an object of texts. */
const canonical = (texts: Json): string =>
  `{${Object.keys(texts)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${JSON.stringify(texts[key])}`)
    .join(',')}}`

const leafHash = ({ at, id, kind, leaf }: Json): Buffer => sha(Buffer.of(0), canonical({ at, id, kind, leaf }))
const node = (left: Buffer, right: Buffer): Buffer => sha(Buffer.of(1), left, right)
function largestBelow(size: number): number {
  let k = 1
  while (k * 2 < size) k *= 2
  return k
}
function root(leaves: readonly Buffer[]): Buffer {
  if (leaves.length < 2) return leaves[0] ?? sha()
  const k = largestBelow(leaves.length)
  return node(root(leaves.slice(0, k)), root(leaves.slice(k)))
}

/** The root that an inclusion proof leads to; the proof is used up, or it is none. */
function climb(leaf: Buffer, index: number, size: number, proof: Buffer[]): Buffer | null {
  if (index >= size) return null
  if (size === 1) return leaf
  const k = largestBelow(size)
  const sibling = proof.pop()
  if (!sibling) return null
  const below = index < k ? climb(leaf, index, k, proof) : climb(leaf, index - k, size - k, proof)
  return below && (index < k ? node(below, sibling) : node(sibling, below))
}

type Key = { name: string; id: Buffer; type: number; bytes: Buffer }
function readKey(text: string): Key | null {
  const [, name, hex, base64] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? []
  if (name === undefined || hex === undefined || base64 === undefined) return null
  const typed = Buffer.from(base64, 'base64')
  const id = sha(`${name}\n`, typed).subarray(0, 4)
  if (typed.length !== 33 || id.toString('hex') !== hex) return null
  return { name, id, type: typed[0] ?? 0, bytes: typed.subarray(1) }
}

type Checkpoint = { size: number; root: string; held: number }
/** A checkpoint of the origin and how many lines of the key stand under it; null where one of them does not hold. */
function lookAt(note: string, key: Key, origin: string): Checkpoint | null {
  const middle = note.lastIndexOf('\n\n')
  if (middle < 0 || !note.endsWith('\n')) return null
  const text = note.slice(0, middle + 1)
  const fields = /^(\S+)\n(0|[1-9]\d*)\n(\S{44})\n$/.exec(text)
  if (!fields || fields[1] !== origin) return null
  let held = 0
  for (const line of note.slice(middle + 2, -1).split('\n')) {
    const [, name, base64] = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/.exec(line) ?? []
    if (name === undefined || base64 === undefined) return null
    const bytes = Buffer.from(base64, 'base64')
    if (name !== key.name || !bytes.subarray(0, 4).equals(key.id)) continue
    if (bytes.toString('base64') !== base64) return null
    const time = key.type === 4 ? `cosignature/v1\ntime ${bytes.readBigUInt64BE(4)}\n` : ''
    const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key.bytes])
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' })
    const signature = bytes.subarray(key.type === 4 ? 12 : 4)
    if (!verify(null, Buffer.from(time + text), publicKey, signature)) return null
    held += 1
  }
  return { size: Number(fields[2]), root: Buffer.from(fields[3] ?? '', 'base64').toString('hex'), held }
}
function readNote(note: string, key: Key | null, origin: string): Checkpoint | null {
  const found = key && lookAt(note, key, origin)
  return found && found.held > 0 ? found : null
}

/** Keys of witnesses by country, as the reader was handed them. */
type Handed = Readonly<Record<string, string>>
export const cosigners = (note: string, origin: string, handed: Handed): string[] =>
  Object.keys(handed).filter((country) => readNote(note, readKey(handed[country] ?? ''), origin))

const only = (value: Json, keys: string): boolean => Object.keys(value).every((key) => keys.split(' ').includes(key))

/** What is wrong with one line of an entry. */
function lineFault(line: Json, place: number): string | null {
  if (!only(line, 'index hash id kind at leaf salt content parts')) return 'a key that is in none'
  if (line['index'] !== place || !/^[0-9a-f]{64}$/.test(String(line['hash']))) return 'place or hash'
  if (line['id'] === undefined) return only(line, 'index hash') ? null : 'half an entry'
  if (leafHash(line).toString('hex') !== line['hash']) return 'the hash of the leaf'
  if (line['content'] === undefined) return only(line, 'index hash id kind at leaf') ? null : 'parts without content'
  if (commit(line['salt'], line['content']) !== line['leaf']) return 'the content'
  const said = JSON.parse(String(line['content'])) as Json
  for (const name of ['id', 'kind', 'at']) if (said[name] !== line[name]) return `the content says another ${name}`
  const [parts, cases] = [line['parts'] as Json[], (said['cases'] ?? []) as string[]]
  if (!Array.isArray(parts) || new Set(parts.map((part) => part['position'])).size < parts.length) return 'its parts'
  const proves = (part: Json) => cases[Number(part['position'])] === commit(part['salt'], part['content'])
  return parts.every((part) => only(part, 'position salt content') && proves(part)) ? null : 'a part'
}

/** Null where all of it is as it was signed; else what is not. */
export function secondOpinion(log: readonly string[], kept: string | null, receipt: Json | null, handed: Handed = {}) {
  try {
    return opinion(log, kept, receipt, Object.values(handed).map(readKey))
  } catch (error) {
    return `it cannot be read: ${(error as Error).message}`
  }
}

type Log = readonly string[]
function opinion([first = '', ...rest]: Log, kept: string | null, receipt: Json | null, handed: (Key | null)[]) {
  const header = JSON.parse(first) as Json
  const key = readKey(String(header['key']))
  if (header['log'] !== 'mekong-liaison-log/1' || key?.type !== 1) return 'the header'
  const holdsFor = (note: unknown) => handed.every((one) => one?.type === 4 && lookAt(String(note), one, key.name))
  const own = readNote(String(header['checkpoint']), key, key.name)
  if (!own || !holdsFor(header['checkpoint'])) return 'the checkpoint of the log'
  for (const text of Object.values(header['witnesses'] as Json)) {
    const witness = readKey(String(text))
    if (witness?.type !== 4 || !readNote(String(header['checkpoint']), witness, key.name)) return 'a witness'
  }
  const lines = rest.map((line) => JSON.parse(line) as Json)
  const fault = lines.map(lineFault).find((one) => one !== null)
  if (fault !== undefined) return fault ?? null
  const hashes = lines.map(({ hash }) => String(hash))
  if (new Set(hashes).size < hashes.length) return 'an entry twice'
  const leaves = hashes.map((hash) => Buffer.from(hash, 'hex'))
  const isPrefix = (one: Checkpoint) =>
    one.size <= own.size && root(leaves.slice(0, one.size)).toString('hex') === one.root
  if (leaves.length !== own.size || !isPrefix(own)) return 'the root'
  const old = kept === null ? null : readNote(kept, key, key.name)
  if (kept !== null && !(old && isPrefix(old) && holdsFor(kept))) return 'the kept checkpoint'
  if (!receipt) return null
  if (!only(receipt, 'id leaf at proof')) return 'the receipt'
  const proof = receipt['proof'] as Json | null | undefined
  if (!proof) {
    const isIt = ({ id, leaf, at }: Json) => id === receipt['id'] && leaf === receipt['leaf'] && at === receipt['at']
    return lines.some((line) => line['id'] !== undefined && isIt(line)) ? null : 'the receipt'
  }
  const signed = readNote(String(proof['checkpoint']), key, key.name)
  if (!only(proof, 'index kind checkpoint hashes') || !signed || !isPrefix(signed) || !holdsFor(proof['checkpoint']))
    return 'the receipt’s checkpoint'
  const path = (proof['hashes'] as string[]).map((hash) => Buffer.from(hash, 'hex'))
  const isHex = (proof['hashes'] as string[]).every((hash) => /^[0-9a-f]{64}$/.test(hash))
  const reached = climb(leafHash({ ...receipt, kind: proof['kind'] }), Number(proof['index']), signed.size, path)
  return isHex && path.length === 0 && reached?.toString('hex') === signed.root ? null : 'the receipt’s proof'
}
