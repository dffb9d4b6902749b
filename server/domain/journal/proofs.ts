import { endOf, type Hash, rootOf, type Subtree, subtreesOf, type TreeHash } from './tree.ts'

/** Leaves from the first (in) to the second (out). */
type Span = readonly [number, number]

/** What a proof lists: the roots of these spans, in this order. Their subtrees are looked up once, together. */
export type ProofPlan = readonly (readonly Subtree[])[]

const planOf = (spans: readonly Span[]): ProofPlan => spans.map(([from, to]) => subtreesOf(from, to))

/** The largest power of two below a size. */
function split(size: number): number {
  let width = 1
  while (width * 2 < size) width *= 2
  return width
}

/** That the leaf `index` is in the tree of `size` leaves (RFC 6962, 2.1.1). */
export const planInclusion = (index: number, size: number): ProofPlan => planOf(pathOf(index, 0, size))

function pathOf(index: number, from: number, to: number): readonly Span[] {
  if (to - from <= 1) return []
  const middle = from + split(to - from)
  return index < middle
    ? [...pathOf(index, from, middle), [middle, to]]
    : [...pathOf(index, middle, to), [from, middle]]
}

/** That the tree of `from` leaves is the beginning of the tree of `to` leaves (RFC 6962, 2.1.2). */
export const planConsistency = (from: number, to: number): ProofPlan =>
  from === 0 || from === to ? [] : planOf(growthOf(from, 0, to, true))

function growthOf(old: number, from: number, to: number, whole: boolean): readonly Span[] {
  if (old === to) return whole ? [] : [[from, to]]
  const middle = from + split(to - from)
  return old <= middle
    ? [...growthOf(old, from, middle, whole), [middle, to]]
    : [...growthOf(old, middle, to, false), [from, middle]]
}

/** The leaves at which the hashes that plans need are kept. */
export const leavesNeeded = (plans: readonly ProofPlan[]): readonly number[] => [...new Set(plans.flat(2).map(endOf))]

/** Hashes of a proof; `kept` gives the roots of the full subtrees that end with a leaf, the leaf first. */
export const proofOf = (hash: TreeHash, plan: ProofPlan, kept: (leaf: number) => readonly Hash[]): readonly Hash[] =>
  plan.map((subtrees) => rootOf(hash, rootsOf(subtrees, kept)))

export const rootsOf = (subtrees: readonly Subtree[], kept: (leaf: number) => readonly Hash[]): readonly Hash[] =>
  subtrees.map((one) => {
    const root = kept(endOf(one))[one.level]
    if (root === undefined) throw new Error(`the tree lacks the subtree ${one.level}/${one.at}`)
    return root
  })
