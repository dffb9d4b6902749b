import type { Line, LinkedCells } from './linked-cells.ts'

/**
 * Divides the places of cells that a reader does not see into groups that no equation connects: each is a linear programme
 * of its own. Left out is what one equation alone gives away: it cannot move.
 */
export function componentsOf({ lines }: LinkedCells, unseen: readonly number[]): readonly (readonly number[])[] {
  const open = new Set(unseen)
  const openIn = ({ total, parts }: Line) => [total, ...parts].filter((place) => open.has(place))
  for (let before = -1; before !== open.size; ) {
    before = open.size
    for (const line of lines) {
      const [only, ...others] = openIn(line)
      if (only !== undefined && others.length === 0) open.delete(only)
    }
  }
  const parents = new Map([...open].map((place) => [place, place]))
  const rootOf = (place: number): number => {
    let root = place
    for (let parent = parents.get(root) as number; parent !== root; parent = parents.get(root) as number) root = parent
    parents.set(place, root)
    return root
  }
  for (const line of lines) {
    const [first, ...others] = openIn(line)
    if (first !== undefined) for (const other of others) parents.set(rootOf(other), rootOf(first))
  }
  return [...Map.groupBy(open, rootOf).values()]
}
