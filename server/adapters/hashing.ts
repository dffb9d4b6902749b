import { createHmac, hash } from 'node:crypto'
import type { Sha256 } from '../domain/journal/commitment.ts'

export const sha256: Sha256 = (text) => hash('sha256', text, 'hex')

/** A keyed hash: who reads the table cannot try inputs against it. */
export const keyedHash = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text, 'utf8').digest('hex')
