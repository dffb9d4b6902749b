import { builder, type Ref } from './builder.ts'
import { requestError } from './request-error.ts'

/** A page of a list, as a resolver gives it. */
export interface Page<T> {
  readonly nodes: readonly T[]
  readonly hasNext: boolean
  /** What the next page begins after: the key of a node in the list's order. */
  readonly cursor: (node: T) => string
  /** Only where counting is cheap and tells nothing. */
  readonly total?: number
}

const PageInfo = builder.objectRef<Page<unknown>>('PageInfo').implement({
  description: 'Where a page of a list ends.',
  fields: (t) => ({
    hasNextPage: t.exposeBoolean('hasNext', { description: 'Whether there are more entries.' }),
    hasPreviousPage: t.boolean({
      description: 'Always false: lists are read forward.',
      resolve: () => false,
    }),
    startCursor: t.string({
      nullable: true,
      description: 'Cursor of the first entry of this page.',
      resolve: ({ nodes, cursor }) => (nodes.length > 0 ? encodeCursor(cursor(nodes[0])) : null),
    }),
    endCursor: t.string({
      nullable: true,
      description: 'Give it as `after` to read on.',
      resolve: ({ nodes, cursor }) => (nodes.length > 0 ? encodeCursor(cursor(nodes.at(-1))) : null),
    }),
  }),
})

/** A Relay connection over a type. */
export function connectionOf<T>(name: string, node: Ref<T>, counted = false) {
  const Edge = builder.objectRef<{ node: T; page: Page<T> }>(`${name}Edge`).implement({
    description: `One entry of a list of type ${name}.`,
    fields: (t) => ({
      node: t.field({ type: node as never, description: 'The entry.', resolve: (edge) => edge.node as never }),
      cursor: t.string({
        description: 'Place of this entry in the list.',
        resolve: ({ node: one, page }) => encodeCursor(page.cursor(one)),
      }),
    }),
  })
  return builder.objectRef<Page<T>>(`${name}Connection`).implement({
    description: `A page of a list of type ${name}.`,
    fields: (t) => ({
      edges: t.field({
        type: [Edge],
        description: 'The entries with their places.',
        resolve: (page) => page.nodes.map((one) => ({ node: one, page })),
      }),
      nodes: t.field({
        type: [node as never],
        description: 'The entries alone.',
        resolve: (page) => page.nodes as never,
      }),
      pageInfo: t.field({
        type: PageInfo,
        description: 'Where this page ends.',
        resolve: (page) => page as Page<unknown>,
      }),
      ...(counted
        ? { totalCount: t.int({ description: 'Entries in the whole list.', resolve: (page) => page.total ?? 0 }) }
        : {}),
    }),
  })
}

const [DEFAULT, MOST] = [25, 100]
export const pageArguments = () =>
  builder.args((t) => ({
    first: t.int({ description: 'How many entries, 1 to 100; 25 when left out.' }),
    after: t.string({ description: 'Cursor of the entry after which the page begins.' }),
  }))

export function pageSize(first: number | null | undefined): number {
  const size = first ?? DEFAULT
  if (size < 1 || size > MOST) throw requestError('PAGE_SIZE', { min: 1, max: MOST })
  return size
}

const encodeCursor = (key: string): string => Buffer.from(key).toString('base64url')
/** The key a cursor stands for; null where none was given. */
export function readCursor(after: string | null | undefined): string | null {
  if (after === null || after === undefined) return null
  const key = Buffer.from(after, 'base64url').toString('utf8')
  if (!/^[ -~]+$/.test(key) || encodeCursor(key) !== after) throw requestError('CURSOR_INVALID')
  return key
}

/** A page of reference data, which lies in memory in its own order. */
export function pageOfList<T>(
  list: readonly T[],
  key: (one: T) => string,
  args: { first?: number | null | undefined; after?: string | null | undefined },
): Page<T> {
  const size = pageSize(args.first)
  const after = readCursor(args.after)
  const from = after === null ? 0 : list.findIndex((one) => key(one) === after) + 1
  if (after !== null && from === 0) throw requestError('CURSOR_INVALID')
  const nodes = list.slice(from, from + size)
  return { nodes, hasNext: list.length > from + size, cursor: key, total: list.length }
}
