import type { Dimensions } from '../categories.ts'
import type { Where } from '../cell.ts'
import { type Block, conditionsOn, isInEar, type Own } from './block.ts'
import { cubeOf } from './cube.ts'
import type { Draft } from './draft.ts'
import { type Condition, isKindIn, type Kind, toldOf } from './partition.ts'

/** How many of a kind are in a category that overlaps, and how many are not: unknowns by their places. */
interface Divided {
  readonly inside: number
  readonly outside: number
}

/** The kinds of a block at one snapshot: an unknown for each, and what its cells say of them. */
export class BlockCounts {
  readonly #block: Block
  readonly #places: ReadonlyMap<Kind, number>
  /** By the conditions on overlapping dimensions that cells have. */
  readonly #divided = new Map<string, ReadonlyMap<Kind, Divided>>()
  constructor(dimensions: Dimensions, block: Block, snapshot: string, common: Where, draft: Draft) {
    this.#block = block
    this.#places = new Map(block.kinds.map((kind) => [kind, draft.unknown()]))
    const cells = block.cells.filter((cell) => cell.snapshot === snapshot)
    const between = Map.groupBy(
      cells.filter((cell) => !isInEar(cell, block.ears)),
      ({ overlapping }) => overlapping,
    )
    for (const [overlapping, own] of between)
      if (overlapping === '') for (const cell of own) draft.equal(this.#in(cell), [cell.place])
      else this.#divide(overlapping, own, draft)
    for (const ear of block.ears) {
      const own = cells.filter((cell) => isInEar(cell, [ear]))
      if (own.length > 0) this.#joinEar(dimensions, ear, own, common, draft)
    }
  }
  /** Both blocks count the same persons, as far as both tell them apart on the dimensions that they share. */
  tie(other: BlockCounts, draft: Draft): void {
    const shared = this.#block.names.intersection(other.#block.names)
    const theirs = new Set(conditionsOn(other.#block, shared).map(({ key }) => key))
    const conditions = conditionsOn(this.#block, shared).filter(({ key }) => theirs.has(key))
    const counts = other.#alike(conditions)
    for (const [told, places] of this.#alike(conditions)) draft.equal(places, counts.get(told) ?? [])
  }
  /** Each kind is as many as it was earlier, or more: divided as it was when it last was. */
  growFrom(earlier: readonly BlockCounts[], draft: Draft): void {
    const last = earlier.at(-1)
    if (!last) return
    for (const [kind, place] of this.#places) draft.grows(last.#places.get(kind) as number, place)
    for (const [overlapping, kinds] of this.#divided)
      for (const [kind, { inside, outside }] of kinds) {
        const before = earlier.flatMap((one) => one.#divided.get(overlapping)?.get(kind) ?? []).at(-1)
        if (!before) continue
        draft.grows(before.inside, inside)
        draft.grows(before.outside, outside)
      }
  }
  #in(condition: Condition): readonly number[] {
    return [...this.#places].filter(([kind]) => isKindIn(kind, condition)).map(([, place]) => place)
  }
  #alike(conditions: readonly Condition[]): ReadonlyMap<string, readonly number[]> {
    const kinds = Map.groupBy(this.#places, ([kind]) => toldOf(kind, conditions))
    return new Map([...kinds].map(([told, own]) => [told, own.map(([, place]) => place)]))
  }
  #divide(overlapping: string, own: readonly Own[], draft: Draft): void {
    const divided = new Map<Kind, Divided>()
    for (const [kind, place] of this.#places) {
      if (!own.some((cell) => isKindIn(kind, cell))) continue
      const both = { inside: draft.unknown(), outside: draft.unknown() }
      draft.equal([both.inside, both.outside], [place])
      divided.set(kind, both)
    }
    this.#divided.set(overlapping, divided)
    for (const cell of own) {
      const inside = [...divided].filter(([kind]) => isKindIn(kind, cell)).map(([, one]) => one.inside)
      draft.equal(inside, [cell.place])
    }
  }
  /** Between the kinds and an ear lie sums: of the cells of the ear that the block does not tell apart. */
  #joinEar(dimensions: Dimensions, ear: ReadonlySet<string>, own: readonly Own[], common: Where, draft: Draft): void {
    const conditions = conditionsOn(this.#block, ear)
    const cube = cubeOf(dimensions, ear, own, conditions, common)
    if (!cube) throw new Error(`cells on ${[...ear]} do not count each kind`)
    const kinds = this.#alike(conditions)
    for (const [told, cells] of Map.groupBy(cube, ([kind]) => toldOf(kind, conditions)))
      draft.equal(
        kinds.get(told) ?? [],
        cells.map(([, place]) => place),
      )
  }
}
