import { lookAgain } from './access/second-look.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { globalId, type NodeType, readGlobalId } from './global-id.ts'

type Find = (id: string, context: Context) => Promise<object | null> | object | null
const finders = new Map<string, Find>()
const typeOf = new WeakMap<object, NodeType>()

/** Says how `node(id:)` finds a type; the finder passes the gate like every other read. */
export function nodeFinder(type: NodeType, find: Find): void {
  finders.set(type, find)
}

export const Node = builder.interfaceRef<object>('Node').implement({
  description: 'Something with a global id.',
  fields: (t) => ({
    id: t.id({
      description: 'Global, opaque id.',
      // Each type says its own; the interface itself is never resolved.
      resolve: () => '',
    }),
  }),
  resolveType: (value) => typeOf.get(value),
})

/** The `id` of a type that implements Node. */
export const nodeId = <T>(type: NodeType, id: (one: T) => string) => ({
  description: 'Global, opaque id.',
  resolve: (one: T) => globalId(type, id(one)),
})

builder.queryField('node', (t) =>
  t.field({
    type: Node,
    nullable: true,
    description: 'Anything by its global id; null when there is nothing, or nothing for the caller.',
    args: { id: t.arg.id({ required: true, description: 'Global id.' }) },
    resolve: async (_root, { id }, context) => {
      const read = readGlobalId(id)
      const found = read ? await finders.get(read.type)?.(read.id, context) : null
      if (!found || !read) return null
      typeOf.set(found, read.type as NodeType)
      return lookAgain(read.type, found, context.by)
    },
  }),
)
