import { areApart, type Dimensions, onlyOn } from '../categories.ts'
import type { LinkedCell } from '../linked-cells.ts'
import { cliquesOf } from './cliques.ts'
import { cubeOf, type Placed } from './cube.ts'
import type { Group } from './groups.ts'
import { type Condition, conditionOf, type Kind, partition } from './partition.ts'

/** A cell of a block. */
export interface Own extends Placed {
  readonly snapshot: string
  /** Its conditions on overlapping dimensions, as text; empty: it has none. */
  readonly overlapping: string
  readonly names: ReadonlySet<string>
}

/**
 * What tables say on dimensions that have to be looked at together, as kinds of person: on their overlapping dimensions each
 * kind is divided by each category apart from all others, for nothing is counted by two of them.
 */
export interface Block {
  /** Its dimensions that do not overlap. */
  readonly names: ReadonlySet<string>
  readonly cells: readonly Own[]
  /** Dimensions on which cells count each kind: what lies between them alone is said by sums of cells, without kinds. */
  readonly ears: readonly ReadonlySet<string>[]
  readonly conditions: readonly Condition[]
  readonly kinds: readonly Kind[]
}

/** The blocks of a group of cells. */
export function blocksOf(dimensions: Dimensions, cells: readonly LinkedCell[], group: Group): readonly Block[] {
  const all = ownCells(dimensions, cells, group)
  const cliques = cliquesOf([...all.map(({ names }) => [...names]), ...pairsApart(dimensions, all)])
  return cliques.flatMap((clique) => {
    const others = cliques.filter((one) => one !== clique)
    return blockOf(dimensions, all, clique, others, group) ?? []
  })
}

/** Dimensions that no cell has together, and that say something of each other: nobody has the same category on both. */
function pairsApart(dimensions: Dimensions, all: readonly Own[]): readonly (readonly string[])[] {
  const names = [...new Set(all.flatMap((cell) => [...cell.names]))]
  return names.flatMap((name) =>
    names.filter((other) => name < other && areApart(dimensions, name, other)).map((other) => [name, other]),
  )
}

/** The cells of a group, their conditions on overlapping dimensions apart. */
function ownCells(dimensions: Dimensions, cells: readonly LinkedCell[], { places }: Group): readonly Own[] {
  return places.map((place) => {
    const { snapshot, where } = (cells[place] as LinkedCell).ref
    const names = new Set(Object.keys(where))
    const isPlain = (name: string) => !dimensions.get(name)?.overlapping
    const overlapping = onlyOn(where, new Set([...names].filter((name) => !isPlain(name))))
    return {
      place,
      snapshot,
      ...conditionOf(onlyOn(where, new Set([...names].filter(isPlain)))),
      overlapping: Object.keys(overlapping).length > 0 ? conditionOf(overlapping).key : '',
      names,
    }
  })
}

/** The block of a clique; null where sums of cells say all that tables say on its dimensions. */
function blockOf(
  dimensions: Dimensions,
  all: readonly Own[],
  clique: ReadonlySet<string>,
  others: readonly ReadonlySet<string>[],
  { common, grows }: Group,
): Block | null {
  const names = new Set([...clique].filter((name) => !dimensions.get(name)?.overlapping))
  const cells = all.filter((cell) => cell.names.isSubsetOf(clique))
  // A kind that was counted as one, and is divided later or where it is in an overlapping category, has to be found again.
  const isHeld = grows || cells.some(({ overlapping }) => overlapping !== '')
  const held = (own: readonly Own[]): readonly Condition[] => (isHeld ? own : [])
  const cubes = (ear: ReadonlySet<string>, conditions: readonly Condition[], own: readonly Own[]) =>
    [...Map.groupBy(own, ({ snapshot, overlapping }) => `${snapshot} ${overlapping}`).values()].every(
      (some) => cubeOf(dimensions, ear, some, [...conditions, ...held(own)], common) !== null,
    )
  if (cubes(names, [], cells)) return null
  const plain = cells.filter(({ overlapping }) => overlapping === '')
  const inside = (ear: ReadonlySet<string>) => plain.filter((cell) => cell.names.isSubsetOf(ear))
  const sets = [...new Map(plain.map((cell) => [[...cell.names].sort().join(' '), cell.names])).values()]
  // Who is in a category of an ear is not in the same one of a dimension apart from it: sums of the ear do not say so.
  const isTorn = (ear: ReadonlySet<string>) =>
    [...ear].some((name) => [...names].some((other) => !ear.has(other) && areApart(dimensions, name, other)))
  let ears = largest(sets.filter((ear) => ear.size < clique.size && !isTorn(ear) && cubes(ear, [], inside(ear))))
  for (;;) {
    const conditions = conditionsOf(all, names, ears, others)
    const whole = ears.filter((ear) => cubes(ear, conditionsOn({ conditions }, ear), inside(ear)))
    if (whole.length < ears.length) {
      ears = whole
      continue
    }
    const isAside = ears.length < 2 && cells.every((cell) => isInEar(cell, ears))
    return isAside ? null : { names, cells, ears, conditions, kinds: partition(dimensions, names, conditions, common) }
  }
}

export const isInEar = ({ names, overlapping }: Own, ears: readonly ReadonlySet<string>[]): boolean =>
  overlapping === '' && ears.some((ear) => names.isSubsetOf(ear))

/** Conditions of a block that are on these dimensions alone. */
export const conditionsOn = (
  { conditions }: Pick<Block, 'conditions'>,
  names: ReadonlySet<string>,
): readonly Condition[] => conditions.filter(({ where }) => Object.keys(where).every((name) => names.has(name)))

/** What tells kinds apart: each cell as far as it is on the dimensions of the block, or on those that it shares. */
function conditionsOf(
  all: readonly Own[],
  names: ReadonlySet<string>,
  ears: readonly ReadonlySet<string>[],
  others: readonly ReadonlySet<string>[],
): readonly Condition[] {
  const shared = intersections([names, ...ears, ...others.map((other) => names.intersection(other))])
  const betweenEars = ears.flatMap((ear) => ears.filter((one) => one !== ear).map((one) => one.intersection(ear)))
  const found = new Map<string, Condition>()
  for (const cell of all)
    for (const set of isInEar(cell, ears) ? betweenEars : shared) {
      const condition = conditionOf(onlyOn(cell.where, set))
      if (Object.keys(condition.where).length > 0) found.set(condition.key, condition)
    }
  return [...found.values()]
}

function intersections(sets: readonly ReadonlySet<string>[]): readonly ReadonlySet<string>[] {
  const found = new Map(sets.map((set) => [[...set].sort().join(' '), set]))
  for (let before = -1; before !== found.size; ) {
    before = found.size
    for (const one of [...found.values()])
      for (const other of sets) {
        const both = one.intersection(other)
        found.set([...both].sort().join(' '), both)
      }
  }
  return [...found.values()]
}

const largest = (sets: readonly ReadonlySet<string>[]): readonly ReadonlySet<string>[] =>
  sets.filter((set) => !sets.some((other) => other !== set && set.isSubsetOf(other)))
