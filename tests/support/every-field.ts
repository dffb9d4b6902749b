import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedOutputType,
  getNamedType,
  getOperationAST,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  Lexer,
  parse,
  Source,
  TokenKind,
} from 'graphql'
import { schema } from '../../schema/index.ts'
import { QUERY_COST, QUERY_DEPTH, QUERY_TOKENS } from '../../server/http/limits.ts'
import { costOf, reckon } from '../../server/http/query-cost.ts'

/**
 * Reference data is the same for every reader. Where a case leads into it, its own plain fields are read and nothing
 * below them; nothing of it is read for its own sake.
 */
const DIRECTORY: ReadonlySet<string> = new Set([
  'Country',
  'Office',
  'Crossing',
  'Instrument',
  'Procedure',
  'CodeList',
  'Question',
  'InstrumentGap',
  'ConsentForm',
  'RightsLeaflet',
])

/** What the arguments of the contract are given here. An argument that must be given and is not known is a new one: red. */
const GIVEN: Readonly<Record<string, string>> = {
  id: '$id',
  language: '$language',
  first: '25',
  wholeOffice: 'true',
  leaf: '"none"',
  from: '0',
  to: '0',
  requestingCountry: 'TH',
  countryOfReturn: 'LA',
  indicator: '"identified"',
  year: '2025',
  input: '{ text: "Nothing that names anybody." }',
}

/** Lists that lead to whole cases through lists of their own: of these fewer are asked for, within the limit of cost. */
const FEW: Readonly<Record<string, string>> = { meetings: '5' }

/** One field that holds a value, with all that leads to it. */
type Path = readonly string[]

function call({ name, args }: GraphQLField<unknown, unknown>): string {
  const unknown = args.filter((one: GraphQLArgument) => isRequiredArgument(one) && !(one.name in GIVEN))
  if (unknown.length > 0) throw new Error(`${name}: nothing is known to give for ${unknown.map((one) => one.name)}`)
  const given = args.flatMap((one) =>
    one.name in GIVEN ? [`${one.name}: ${(one.name === 'first' && FEW[name]) || GIVEN[one.name]}`] : [],
  )
  return given.length > 0 ? `${name}(${given.join(', ')})` : name
}

/** Every path from a type down to a value. A type that lies above already is named by its id and not entered again. */
function pathsOf(type: GraphQLNamedOutputType, above: readonly string[]): Path[] {
  if (isInterfaceType(type))
    return schema
      .getPossibleTypes(type)
      .filter(({ name }) => !DIRECTORY.has(name))
      .flatMap((one) => pathsOf(one, above).map((path) => [`... on ${one.name}`, ...path]))
  if (!isObjectType(type)) return []
  const within = [...above, type.name]
  return Object.values(type.getFields()).flatMap((field): Path[] => {
    const below = getNamedType(field.type)
    if (isLeafType(below)) return [[call(field)]]
    if (DIRECTORY.has(type.name)) return []
    // The edges of a page lead to its nodes, which are read in full beside them.
    const again = within.includes(below.name) || (type.name.endsWith('Edge') && field.name === 'node')
    if (again) return isObjectType(below) && below.getFields()['id'] ? [[call(field), 'id']] : []
    return pathsOf(below, within).map((path) => [call(field), ...path])
  })
}

interface Tree extends Map<string, Tree> {}

function print(tree: Tree): string {
  const selections = [...tree].map(([name, below]) => (below.size > 0 ? `${name} ${print(below)}` : name))
  return `{ ${selections.join(' ')} }`
}

function plant(tree: Tree, [first, ...rest]: Path): void {
  if (first === undefined) return
  const below = tree.get(first) ?? new Map()
  tree.set(first, below)
  plant(below, rest)
}

const HEAD = 'query ($id: ID!, $language: Language) '
/** Variables that a query does not use are refused: each is looked for. */
const headFor = (body: string): string => {
  const used = ['$id: ID!', '$language: Language'].filter((one) => body.includes(one.split(':')[0] ?? one))
  return used.length > 0 ? `query (${used.join(', ')}) ` : 'query '
}

function tokensIn(text: string): number {
  const lexer = new Lexer(new Source(text))
  let count = 0
  while (lexer.advance().kind !== TokenKind.EOF) count += 1
  return count
}

function costOfTree(tree: Tree): number {
  const body = print(tree)
  const document = parse(headFor(body) + body)
  const operation = getOperationAST(document)
  return operation ? reckon(costOf(schema, document, operation), {}) : 0
}

/** As few queries as the limits of tokens and of cost allow, in the order of the schema. */
function packed(paths: readonly Path[]): readonly string[] {
  const queries: string[] = []
  let tree: Tree = new Map()
  const room = QUERY_TOKENS - tokensIn(HEAD) - 10
  let [used, cost] = [0, 0]
  for (const path of paths) {
    const alone = tokensIn(path.join(' { ')) + path.length
    const own: Tree = new Map()
    plant(own, path)
    const dear = costOfTree(own)
    // Counted whole only where the path might not fit: paths share their beginnings.
    if (used + alone > room) used = tokensIn(print(tree))
    if (cost + dear > QUERY_COST) cost = costOfTree(tree)
    if (tree.size > 0 && (used + alone > room || cost + dear > QUERY_COST)) {
      queries.push(print(tree))
      tree = new Map()
      ;[used, cost] = [0, 0]
    }
    plant(tree, path)
    used += alone
    cost += dear
  }
  queries.push(print(tree))
  return queries.map((body) => headFor(body) + body)
}

const leadsToDirectory = (type: GraphQLNamedOutputType): boolean => {
  if (DIRECTORY.has(type.name)) return true
  const nodes = isObjectType(type) && type.name.endsWith('Connection') ? type.getFields()['nodes'] : undefined
  return nodes !== undefined && DIRECTORY.has(getNamedType(nodes.type).name)
}

const roots = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
  ({ type }) => !leadsToDirectory(getNamedType(type)),
)
const isAboutOne = ({ args }: GraphQLField<unknown, unknown>) => args.some(({ name }) => name === 'id')

const questionsOf = (root: GraphQLField<unknown, unknown>): readonly string[] => {
  const paths = pathsOf(getNamedType(root.type), []).map((path) => [call(root), ...path])
  const tooDeep = paths.find((path) => path.filter((part) => !part.startsWith('...')).length > QUERY_DEPTH)
  if (tooDeep) throw new Error(`deeper than a query may be: ${tooDeep.join(' ')}`)
  // Types of one interface are asked for apart: they may have fields of one name and of several kinds.
  const byType = Map.groupBy(paths, ([, next]) => (next?.startsWith('...') ? next : ''))
  return [...byType.values()].flatMap(packed)
}

/** Queries about one thing, by the field of Query: together they read every field. Variables: `id`, `language`. */
export const questionsAboutOne: ReadonlyMap<string, readonly string[]> = new Map(
  roots.filter(isAboutOne).map((root) => [root.name, questionsOf(root)]),
)

/** Queries for every list and whatever else is asked without naming anything. */
export const questionsForLists: ReadonlyMap<string, readonly string[]> = new Map(
  roots.filter((root) => !isAboutOne(root)).map((root) => [root.name, questionsOf(root)]),
)
