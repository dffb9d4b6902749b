import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { isName, type SignatureLine } from '../domain/journal/checkpoint.ts'
import { encodeKey, type KeyType, type NoteKey, readKey } from './note-keys.ts'

/** A key that checks lines of its name. */
export interface Verifier extends NoteKey {
  readonly key: KeyObject
}
/** A key that signs; `verifier` is what others know of it. */
export interface Signer {
  readonly verifier: Verifier
  readonly key: KeyObject
}

// What stands before the 32 bytes of an Ed25519 key in DER (RFC 8410).
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex')
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex')
const PRIVATE = 'PRIVATE+KEY+'

export function verifierOf(text: string): Verifier | null {
  const known = readKey(text)
  if (!known) return null
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_DER, known.bytes]), format: 'der', type: 'spki' })
  return { ...known, key }
}

/** The text of a private key, in Go’s form of it: `PRIVATE+KEY+name+id+base64(type, seed)`. */
export function privateKeyText(name: string, type: KeyType, seed: Buffer): string {
  if (!isName(name)) throw new Error(`${name} is no name of a key: no space and no plus`)
  const { verifier } = signerFrom(name, type, seed)
  return `${PRIVATE}${name}+${verifier.id.toString('hex')}+${Buffer.concat([Buffer.of(type), seed]).toString('base64')}`
}

/** Null where the text is no private key, or its id is not that of its name and bytes. */
export function readSigner(text: string): Signer | null {
  const [, name, id, encoded] =
    /^PRIVATE\+KEY\+([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text.trim()) ?? []
  const bytes = Buffer.from(encoded ?? '', 'base64')
  const [type] = bytes
  if (name === undefined || bytes.length !== 33 || (type !== 1 && type !== 4)) return null
  const signer = signerFrom(name, type, bytes.subarray(1))
  return signer.verifier.id.toString('hex') === id ? signer : null
}

function signerFrom(name: string, type: KeyType, seed: Buffer): Signer {
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_DER, seed]), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(key)
  const bytes = publicKey.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_DER.length)
  const text = encodeKey(name, type, bytes)
  return { key, verifier: { ...(readKey(text) as NoteKey), key: publicKey } }
}

/** A line under a note: a plain signature of a log, or the cosignature of a witness at a time (seconds since 1970). */
export function signLine(text: string, { key, verifier: { name, id, type } }: Signer, seconds: number): SignatureLine {
  const time = Buffer.alloc(type === 4 ? 8 : 0)
  if (type === 4) time.writeBigUInt64BE(BigInt(seconds))
  const signature = sign(null, Buffer.from(signedText(text, type, seconds)), key)
  return { name, signature: Buffer.concat([id, time, signature]).toString('base64') }
}

const signedText = (text: string, type: KeyType, seconds: number | bigint): string =>
  type === 4 ? `cosignature/v1\ntime ${seconds}\n${text}` : text

/** `other`: a line of another key; `false`: of this key, and it does not hold. */
export function checkLine(text: string, line: SignatureLine, { name, id, type, key }: Verifier): boolean | 'other' {
  const bytes = Buffer.from(line.signature, 'base64')
  if (line.name !== name || !bytes.subarray(0, 4).equals(id)) return 'other'
  // One text for one signature: a bit changed in the filling of base64 is a change.
  if (bytes.toString('base64') !== line.signature) return false
  const time = type === 4 ? 8 : 0
  if (bytes.length !== 4 + time + 64) return false
  const seconds = type === 4 ? bytes.readBigUInt64BE(4) : 0n
  return verify(null, Buffer.from(signedText(text, type, seconds)), key, bytes.subarray(4 + time))
}

/** Whether a key made a signature, whatever name and key id stand before it. */
export function isMadeBy(text: string, { signature }: SignatureLine, verifier: Verifier): boolean {
  const bytes = Buffer.concat([verifier.id, Buffer.from(signature, 'base64').subarray(4)])
  return checkLine(text, { name: verifier.name, signature: bytes.toString('base64') }, verifier) === true
}

/** Whether a key holds for a note: one line of it, and none that fails. */
export function isSignedBy(text: string, lines: readonly SignatureLine[], verifier: Verifier): boolean {
  const own = lines.map((line) => checkLine(text, line, verifier)).filter((found) => found !== 'other')
  return own.length > 0 && own.every(Boolean)
}
