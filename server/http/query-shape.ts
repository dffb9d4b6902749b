import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionNode } from 'graphql'

/** What can be told of a query by its text alone, every fragment written out where it is used. */
export interface Shape {
  /** Fields inside fields; introspection is nested by its nature and counts as nothing. */
  readonly depth: number
  readonly fields: number
  /** Fields under another name, and fields written again beside themselves. */
  readonly aliases: number
  /** Lists of introspection inside such lists: each multiplies the answer by the size of the schema. */
  readonly turns: number
  readonly introspects: boolean
}

/** A fragment that leads back to itself. */
export class InCircle extends Error {}

const NOTHING: Shape = { depth: 0, fields: 0, aliases: 0, turns: 0, introspects: false }
const TURNS: ReadonlySet<string> = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes'])

/**
 * The largest of a document's operations. Each fragment is looked at once, however often it is used: fragments that use
 * each other twice and twice again would otherwise cost more than anybody has time for.
 */
export function shapeOf({ definitions }: DocumentNode): Shape {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one)
  const known = new Map<string, Shape | null>()

  const ofFragment = (name: string): Shape => {
    const found = known.get(name)
    if (found) return found
    if (found === null) throw new InCircle(name)
    known.set(name, null)
    const shape = ofSelections(fragments.get(name)?.selectionSet.selections ?? [])
    known.set(name, shape)
    return shape
  }
  const ofOne = (node: SelectionNode): Shape => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return ofFragment(node.name.value)
    const below = node.selectionSet ? ofSelections(node.selectionSet.selections) : NOTHING
    if (node.kind === Kind.INLINE_FRAGMENT) return below
    const name = node.name.value
    return {
      depth: name.startsWith('__') ? 0 : below.depth + 1,
      fields: below.fields + 1,
      aliases: below.aliases + (node.alias ? 1 : 0),
      turns: below.turns + (TURNS.has(name) ? 1 : 0),
      introspects: below.introspects || name === '__schema' || name === '__type',
    }
  }
  const ofSelections = (nodes: readonly SelectionNode[]): Shape =>
    nodes.map(ofOne).reduce(
      (sum, one) => ({
        depth: Math.max(sum.depth, one.depth),
        fields: sum.fields + one.fields,
        aliases: sum.aliases + one.aliases,
        turns: Math.max(sum.turns, one.turns),
        introspects: sum.introspects || one.introspects,
      }),
      { ...NOTHING, aliases: repeated(nodes) },
    )

  // Fragments that nobody uses are looked at too: they are validated as well.
  return [...fragments.keys()]
    .map(ofFragment)
    .concat(
      definitions.flatMap((one) =>
        one.kind === Kind.OPERATION_DEFINITION ? [ofSelections(one.selectionSet.selections)] : [],
      ),
    )
    .reduce(larger, NOTHING)
}

/** How many fields stand there again under the same name: each is compared with each when a query is validated. */
function repeated(nodes: readonly SelectionNode[]): number {
  const names = nodes.flatMap((node) => (node.kind === Kind.FIELD ? [(node.alias ?? node.name).value] : []))
  return names.length - new Set(names).size
}

const larger = (one: Shape, other: Shape): Shape => ({
  depth: Math.max(one.depth, other.depth),
  fields: Math.max(one.fields, other.fields),
  aliases: Math.max(one.aliases, other.aliases),
  turns: Math.max(one.turns, other.turns),
  introspects: one.introspects || other.introspects,
})
