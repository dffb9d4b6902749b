import { hasOnly, isCount, isHash, isObject } from './log-line.ts'
import type { Hash } from './tree.ts'

/** A receipt as an officer filed it: as GraphQL answered it, with its proof or still pending. */
export interface FiledReceipt {
  readonly id: string
  readonly leaf: Hash
  readonly at: string
  readonly proof: {
    readonly index: number
    readonly kind: string
    readonly checkpoint: string
    readonly hashes: readonly Hash[]
  } | null
}

/** Null where it is no receipt, or one in which something stands that is in none. */
export function readReceipt(value: unknown): FiledReceipt | null {
  if (!isObject(value) || !hasOnly(value, ['id', 'leaf', 'at', 'proof'])) return null
  const { id, leaf, at, proof = null } = value
  if (typeof id !== 'string' || !isHash(leaf) || typeof at !== 'string') return null
  if (proof === null) return { id, leaf, at, proof }
  if (!isObject(proof) || !hasOnly(proof, ['index', 'kind', 'checkpoint', 'hashes'])) return null
  const { index, kind, checkpoint, hashes } = proof
  if (!isCount(index) || typeof kind !== 'string' || typeof checkpoint !== 'string') return null
  if (!Array.isArray(hashes) || !hashes.every(isHash)) return null
  return { id, leaf, at, proof: { index, kind, checkpoint, hashes } }
}
