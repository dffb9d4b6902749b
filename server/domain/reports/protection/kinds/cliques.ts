/**
 * Names that have to be looked at together: the cliques of the graph in which the names of one set are neighbours, once it
 * is made chordal by taking away, again and again, the name whose neighbours lack the fewest edges.
 */
export function cliquesOf(sets: readonly (readonly string[])[]): readonly ReadonlySet<string>[] {
  const neighbours = new Map<string, Set<string>>()
  const join = (names: readonly string[]): void => {
    for (const name of names) {
      const own = neighbours.get(name) ?? new Set()
      neighbours.set(name, own)
      for (const other of names) if (other !== name) own.add(other)
    }
  }
  for (const set of sets) join(set)
  const cliques: ReadonlySet<string>[] = []
  while (neighbours.size > 0) {
    const name = leastFill(neighbours)
    const around = [...(neighbours.get(name) ?? [])]
    const clique = new Set([name, ...around])
    if (!cliques.some((one) => clique.isSubsetOf(one))) cliques.push(clique)
    join(around)
    for (const other of around) neighbours.get(other)?.delete(name)
    neighbours.delete(name)
  }
  return cliques
}

function leastFill(neighbours: ReadonlyMap<string, ReadonlySet<string>>): string {
  const fill = (around: ReadonlySet<string>): number =>
    [...around].reduce((sum, one) => sum + around.difference(neighbours.get(one) ?? new Set()).size - 1, 0)
  const inOrder = [...neighbours].map(([name, around]) => ({ name, fill: fill(around) }))
  const [least] = inOrder.toSorted((one, other) => one.fill - other.fill || (one.name < other.name ? -1 : 1))
  if (!least) throw new Error('no name is left')
  return least.name
}
