import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { treeHash as hash } from '../../server/adapters/tree-hashing.ts'
import { isConsistent, isIncluded } from '../../server/domain/journal/check-proofs.ts'
import { leavesNeeded, planConsistency, planInclusion, proofOf } from '../../server/domain/journal/proofs.ts'
import { CompactRange, endOf, type Hash, rootOf, subtreesOf } from '../../server/domain/journal/tree.ts'

/** The tree as RFC 6962 defines it, by recursion over all its leaves. */
function naiveRoot(leaves: readonly Hash[]): Hash {
  if (leaves.length === 0) return hash.empty
  if (leaves.length === 1) return leaves[0] as Hash
  const middle = 2 ** Math.floor(Math.log2(leaves.length - 1))
  return hash.node(naiveRoot(leaves.slice(0, middle)), naiveRoot(leaves.slice(middle)))
}
function naivePath(index: number, leaves: readonly Hash[]): readonly Hash[] {
  if (leaves.length <= 1) return []
  const middle = 2 ** Math.floor(Math.log2(leaves.length - 1))
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)]
  return index < middle
    ? [...naivePath(index, left), naiveRoot(right)]
    : [...naivePath(index - middle, right), naiveRoot(left)]
}
function naiveGrowth(old: number, leaves: readonly Hash[], whole: boolean): readonly Hash[] {
  if (old === leaves.length) return whole ? [] : [naiveRoot(leaves)]
  const middle = 2 ** Math.floor(Math.log2(leaves.length - 1))
  const [left, right] = [leaves.slice(0, middle), leaves.slice(middle)]
  return old <= middle
    ? [...naiveGrowth(old, left, whole), naiveRoot(right)]
    : [...naiveGrowth(old - middle, right, false), naiveRoot(left)]
}

const leavesOf = (size: number) => Array.from({ length: size }, (_, index) => hash.leaf(`leaf ${index}`))
/** What a store keeps of each leaf. */
function grown(leaves: readonly Hash[]) {
  const range = new CompactRange(hash)
  const kept = leaves.map((leaf) => range.append(leaf))
  return { range, kept: (at: number) => kept[at] ?? [] }
}
const size = fc.integer({ min: 1, max: 300 })
const flip = (text: Hash): Hash => (text[0] === '0' ? '1' : '0') + text.slice(1)

describe('the tree', () => {
  test('hashes as the test vectors of RFC 6962 implementations do', () => {
    expect(hash.empty).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(hash.leaf('')).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d')
    expect(hash.leaf('L123456')).toBe('395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56')
  })
  test('grown leaf by leaf has the root of the tree over all leaves, at every size', () => {
    const all = leavesOf(300)
    const range = new CompactRange(hash)
    expect(range.root()).toBe(hash.empty)
    for (const [index, leaf] of all.entries()) {
      range.append(leaf)
      expect(range.root()).toBe(naiveRoot(all.slice(0, index + 1)))
    }
  })
  test('can be taken up again from the subtrees that were kept', () => {
    fc.assert(
      fc.property(size, size, (before, more) => {
        const all = leavesOf(before + more)
        const { kept } = grown(all)
        const peaks = subtreesOf(0, before).map((one) => kept(endOf(one))[one.level] as Hash)
        expect(rootOf(hash, peaks)).toBe(naiveRoot(all.slice(0, before)))
        const range = new CompactRange(hash, before, peaks)
        for (const leaf of all.slice(before)) range.append(leaf)
        expect([range.size, range.root()]).toEqual([before + more, naiveRoot(all)])
      }),
    )
  })
  test('proves that a leaf is in it, and nothing else', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (count, chosen, wrong) => {
        const all = leavesOf(count)
        const index = chosen % count
        const plan = planInclusion(index, count)
        const { kept, range } = grown(all)
        const needed = new Set(leavesNeeded([plan]))
        const proof = proofOf(hash, plan, (at) => (needed.has(at) ? kept(at) : []))
        expect(proof).toEqual(naivePath(index, all))
        const claim = { leaf: all[index] as Hash, index, size: count, root: range.root(), proof }
        expect(isIncluded(hash, claim)).toBe(true)
        const at = wrong % (proof.length + 1)
        const bent = proof.map((one, place) => (place === at ? flip(one) : one))
        const lies = [
          { ...claim, leaf: flip(claim.leaf) },
          { ...claim, root: flip(claim.root) },
          { ...claim, index: count },
          { ...claim, index: index - 1 },
          { ...claim, proof: [...proof, claim.root] },
          ...(at < proof.length
            ? [
                { ...claim, proof: bent },
                { ...claim, proof: proof.slice(0, -1) },
              ]
            : []),
        ]
        for (const lie of lies) expect(isIncluded(hash, lie)).toBe(false)
      }),
    )
  })
  test('proves that it continues an older one, and nothing else', () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), size, fc.nat(), (from, more, wrong) => {
        const to = from + more
        const all = leavesOf(to)
        const { kept } = grown(all)
        const proof = proofOf(hash, planConsistency(from, to), kept)
        expect(proof).toEqual(from === 0 ? [] : naiveGrowth(from, all, true))
        const claim = { from, to, oldRoot: naiveRoot(all.slice(0, from)), newRoot: naiveRoot(all), proof }
        expect(isConsistent(hash, claim)).toBe(true)
        const at = wrong % (proof.length + 1)
        const bent = proof.map((one, place) => (place === at ? flip(one) : one))
        const lies = [
          { ...claim, oldRoot: flip(claim.oldRoot) },
          ...(from > 0 ? [{ ...claim, newRoot: flip(claim.newRoot) }] : []),
          { ...claim, proof: [...proof, claim.newRoot] },
          { ...claim, from: to, to: from },
          ...(at < proof.length
            ? [
                { ...claim, proof: bent },
                { ...claim, proof: proof.slice(0, -1) },
              ]
            : []),
        ]
        for (const lie of lies) expect(isConsistent(hash, lie)).toBe(false)
        expect(isConsistent(hash, { ...claim, from: to, oldRoot: claim.newRoot, proof: [] })).toBe(true)
      }),
    )
  })
})
