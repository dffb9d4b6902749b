/** SHA-256 in lower-case hex. */
export type Hash = string

/** The three hashes of an RFC 6962 tree; handed in, because the domain has no packages. */
export interface TreeHash {
  /** SHA-256(0x00, bytes of the leaf); text in UTF-8. */
  readonly leaf: (text: string) => Hash
  /** SHA-256(0x01, left, right). */
  readonly node: (left: Hash, right: Hash) => Hash
  /** Root of the tree without a leaf: SHA-256 of nothing. */
  readonly empty: Hash
}

/**
 * A tree that only grows, as its full subtrees from left to right: appending and the root cost the height of the tree,
 * however many leaves there are.
 */
export class CompactRange {
  readonly #hash: TreeHash
  readonly #peaks: Hash[]
  #size: number
  constructor(hash: TreeHash, size = 0, peaks: readonly Hash[] = []) {
    this.#hash = hash
    this.#size = size
    this.#peaks = [...peaks]
  }
  get size(): number {
    return this.#size
  }
  copy(): CompactRange {
    return new CompactRange(this.#hash, this.#size, this.#peaks)
  }
  /** Adds the hash of a leaf. Answers the roots of the full subtrees that end with it, the leaf itself first. */
  append(leaf: Hash): readonly Hash[] {
    const ended = [leaf]
    let top = leaf
    for (let left = this.#size; left % 2 === 1; left = (left - 1) / 2) {
      top = this.#hash.node(this.#peaks.pop() as Hash, top)
      ended.push(top)
    }
    this.#peaks.push(top)
    this.#size += 1
    return ended
  }
  root(): Hash {
    return rootOf(this.#hash, this.#peaks)
  }
}

/** Joins full subtrees, given from left to right, from the right. */
export function rootOf(hash: TreeHash, peaks: readonly Hash[]): Hash {
  return peaks.length === 0 ? hash.empty : peaks.reduceRight((right, left) => hash.node(left, right))
}

/** A full subtree: the `at`-th of those with 2^level leaves. */
export interface Subtree {
  readonly level: number
  readonly at: number
}

/** The full subtrees that the leaves from `from` (in) to `to` (out) consist of, from left to right, in a tree of their own. */
export function subtreesOf(from: number, to: number): readonly Subtree[] {
  const found: Subtree[] = []
  for (let start = from; start < to; ) {
    let [level, width] = [0, 1]
    while (width * 2 <= to - start) [level, width] = [level + 1, width * 2]
    found.push({ level, at: start / width })
    start += width
  }
  return found
}

/** The leaf with which a full subtree ends: its root is kept there. */
export const endOf = ({ level, at }: Subtree): number => (at + 1) * 2 ** level - 1
