import { isConsistent } from './check-proofs.ts'
import type { Hash, TreeHash } from './tree.ts'

/** The tree that somebody last put their name to. */
export interface KeptTree {
  readonly size: number
  readonly root: Hash
}

export interface Growth extends KeptTree {
  /** The size that the caller believes was signed last. */
  readonly old: number
  /** That the old tree is the beginning of this one. */
  readonly proof: readonly Hash[]
}

/** `sign`; `conflict`: another size was signed last, or this size with another root; `unproven`: it is no continuation. */
export type Kept = 'sign' | 'conflict' | 'unproven' | 'malformed'

/**
 * What the signer and every witness decide by (C2SP tlog-witness): a name goes only under a tree that continues the last
 * one it went under. So a history that was rewritten, or a store put back to an older state, finds nobody to sign it.
 */
export function keep(hash: TreeHash, last: KeptTree | null, { old, size, root, proof }: Growth): Kept {
  const { size: from, root: oldRoot } = last ?? { size: 0, root: hash.empty }
  if (old > size) return 'malformed'
  if (old !== from) return 'conflict'
  if (old === size && last) return root === oldRoot ? 'sign' : 'conflict'
  return isConsistent(hash, { from, to: size, oldRoot, newRoot: root, proof }) ? 'sign' : 'unproven'
}
