import { createHash, createHmac } from 'node:crypto'
import type { Sha256 } from '../domain/journal/commitment.ts'

export const sha256: Sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex')

/** A keyed hash: who reads the table cannot try inputs against it. */
export const keyedHash = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text, 'utf8').digest('hex')
