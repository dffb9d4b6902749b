import type { Hash, TreeHash } from './tree.ts'

// As RFC 9162 (2.1.3.2 and 2.1.4.2) writes the checks down: of the same trees and proofs as RFC 6962.

export interface Inclusion {
  readonly leaf: Hash
  readonly index: number
  readonly size: number
  readonly root: Hash
  readonly proof: readonly Hash[]
}

export function isIncluded(hash: TreeHash, { leaf, index, size, root, proof }: Inclusion): boolean {
  if (index < 0 || index >= size) return false
  let [at, last, reached] = [index, size - 1, leaf]
  for (const sibling of proof) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      reached = hash.node(sibling, reached)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else reached = hash.node(reached, sibling)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && reached === root
}

export interface Consistency {
  readonly from: number
  readonly to: number
  readonly oldRoot: Hash
  readonly newRoot: Hash
  readonly proof: readonly Hash[]
}

export function isConsistent(hash: TreeHash, { from, to, oldRoot, newRoot, proof }: Consistency): boolean {
  if (from > to || from < 0) return false
  if (from === to) return proof.length === 0 && oldRoot === newRoot
  if (from === 0) return proof.length === 0 && oldRoot === hash.empty
  const path = isPowerOfTwo(from) ? [oldRoot, ...proof] : proof
  let [at, last] = [from - 1, to - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  const [first, ...rest] = path
  if (first === undefined) return false
  let [before, now] = [first, first]
  for (const sibling of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      ;[before, now] = [hash.node(sibling, before), hash.node(sibling, now)]
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else now = hash.node(now, sibling)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && before === oldRoot && now === newRoot
}

const half = (number: number): number => Math.floor(number / 2)

function isPowerOfTwo(size: number): boolean {
  let width = 1
  while (width < size) width *= 2
  return width === size
}
