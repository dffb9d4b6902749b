import type { LogEntry } from './log-entry.ts'
import type { Hash } from './tree.ts'

/** What the first line of an exported log says. */
export interface LogHeader {
  readonly log: typeof LOG_FORMAT
  /** Verifier key of the signer. */
  readonly key: string
  /** The newest checkpoint, with the lines of the witnesses. */
  readonly checkpoint: string
  /** Their verifier keys by country. */
  readonly witnesses: Readonly<Record<string, string>>
}
export const LOG_FORMAT = 'mekong-liaison-log/1'

/** What an entry says of one case, as far as it was not erased. */
interface LinePart {
  readonly position: number
  readonly salt: string
  readonly content: string
}

/** One entry of an exported log. Of an entry that is not the reader's, the place and the hash of its leaf alone. */
export interface LogLine {
  readonly index: number
  readonly hash: Hash
  readonly entry: LogEntry | null
  readonly salt: string | null
  readonly content: string | null
  readonly parts: readonly LinePart[]
}

const HEX = /^[0-9a-f]{64}$/
export const isHash = (value: unknown): value is Hash => typeof value === 'string' && HEX.test(value)
const isText = (value: unknown): value is string => typeof value === 'string'
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

type Fields = Readonly<Record<string, unknown>>
export const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
/** A key that nobody knows is a line that somebody changed. */
export const hasOnly = (value: Fields, keys: readonly string[]): boolean =>
  Object.keys(value).every((key) => keys.includes(key))

export function readHeader(value: unknown): LogHeader | null {
  if (!isObject(value) || value['log'] !== LOG_FORMAT) return null
  const { key, checkpoint, witnesses } = value
  const isWhole = isText(key) && isText(checkpoint) && isObject(witnesses) && Object.values(witnesses).every(isText)
  return isWhole ? { log: LOG_FORMAT, key, checkpoint, witnesses: witnesses as Record<string, string> } : null
}

const ENTRY = ['id', 'kind', 'at', 'leaf']
const KEPT = ['salt', 'content', 'parts']

/** Null where it is no line of an entry. */
export function readLine(value: unknown): LogLine | null {
  if (!isObject(value) || !hasOnly(value, ['index', 'hash', ...ENTRY, ...KEPT])) return null
  const { index, hash, id, kind, at, leaf, salt, content, parts } = value
  if (!isCount(index) || !isHash(hash)) return null
  const entry = isText(id) && isText(kind) && isText(at) && isHash(leaf) ? { id, kind, at, leaf } : null
  if (!entry && Object.keys(value).length > 2) return null
  if (content === undefined) return salt === undefined && parts === undefined ? line(index, hash, entry) : null
  const read = Array.isArray(parts) ? parts.map(readPart) : [null]
  if (!isText(content) || !isText(salt) || read.includes(null)) return null
  return { index, hash, entry, salt, content, parts: read as LinePart[] }
}

const line = (index: number, hash: Hash, entry: LogEntry | null): LogLine => {
  return { index, hash, entry, salt: null, content: null, parts: [] }
}

function readPart(value: unknown): LinePart | null {
  if (!isObject(value) || !hasOnly(value, ['position', 'salt', 'content'])) return null
  const { position, salt, content } = value
  return isCount(position) && isText(salt) && isText(content) ? { position, salt, content } : null
}
