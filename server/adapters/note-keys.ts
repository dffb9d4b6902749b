import { createHash } from 'node:crypto'

/** 1: an Ed25519 signature of a note (C2SP signed-note); 4: a witness’s cosignature with its time (C2SP tlog-cosignature). */
export type KeyType = 1 | 4

/** A public key with its name, as a verifier key (`name+id+base64`) states it. */
export interface NoteKey {
  readonly name: string
  readonly type: KeyType
  /** Four bytes: the beginning of SHA-256(name, newline, type, key). */
  readonly id: Buffer
  readonly bytes: Buffer
  readonly text: string
}

const idOf = (name: string, typed: Buffer): Buffer =>
  createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4)

export function encodeKey(name: string, type: KeyType, bytes: Buffer): string {
  const typed = Buffer.concat([Buffer.of(type), bytes])
  return `${name}+${idOf(name, typed).toString('hex')}+${typed.toString('base64')}`
}

/** Null where the text is no verifier key of a type known here, or its id is not that of its name and bytes. */
export function readKey(given: string): NoteKey | null {
  const text = given.trim()
  const [, name, hex, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? []
  const typed = Buffer.from(encoded ?? '', 'base64')
  const [type] = typed
  if (name === undefined || typed.length !== 33 || (type !== 1 && type !== 4)) return null
  const id = idOf(name, typed)
  return id.toString('hex') === hex ? { name, type, id, bytes: typed.subarray(1), text } : null
}

export const hexOf = (base64: string): string => Buffer.from(base64, 'base64').toString('hex')
export const base64Of = (hex: string): string => Buffer.from(hex, 'hex').toString('base64')
