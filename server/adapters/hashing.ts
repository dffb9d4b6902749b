import { createHmac, hash } from 'node:crypto'
import type { Sha256 } from '../domain/journal/commitment.ts'

export const sha256: Sha256 = (text) => hash('sha256', text, 'hex')

/** A keyed hash: who reads the table cannot try inputs against it. */
export const keyedHash = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text, 'utf8').digest('hex')

/** Of bytes, as `sha256sum` prints it. */
export const sha256OfBytes = (bytes: Uint8Array): string => hash('sha256', bytes, 'hex')
