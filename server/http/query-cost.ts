import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'

type Values = Readonly<Record<string, unknown>>
/** A cost that depends on variables is reckoned when they are known; all else is reckoned once for a document. */
export type Cost = number | ((variables: Values) => number)

const DEFAULT_PAGE = 25
const LARGEST_PAGE = 100
/** What a list without pages is taken to hold. */
const LIST = 10
/** The whole schema in one answer: dear enough that it is asked for once. */
const INTROSPECTION = 150_000

/**
 * What an operation costs: every field 1, as often as the lists above it make it be answered. A page counts as long as
 * it was asked for, by a number in the text, by a variable or by a variable's default.
 */
export function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Cost {
  const root = schema.getRootType(operation.operation)
  if (!root) return 0
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  )
  const defaults = defaultsOf(operation)

  const ofSet = (type: GraphQLNamedOutputType, { selections }: SelectionSetNode, page: Cost): Cost =>
    selections.reduce<Cost>((sum, node) => {
      if (node.kind === Kind.FIELD) return plus(sum, ofField(type, node, page))
      const used = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value)
      if (!used) return sum
      const on = used.typeCondition && schema.getType(used.typeCondition.name.value)
      return plus(sum, ofSet((on as GraphQLNamedOutputType | undefined) ?? type, used.selectionSet, page))
    }, 0)

  const ofField = (type: GraphQLNamedOutputType, node: FieldNode, page: Cost): Cost => {
    const name = node.name.value
    if (name.startsWith('__')) return name === '__typename' ? 0 : INTROSPECTION
    const field =
      isObjectType(type) || (isAbstractType(type) && 'getFields' in type) ? type.getFields()[name] : undefined
    if (!field || !node.selectionSet) return 1
    const below = getNamedType(field.type)
    if (isLeafType(below)) return 1
    const first = field.args.some((one) => one.name === 'first') ? pageSize(node.arguments, defaults) : LIST
    const inside = ofSet(below, node.selectionSet, first)
    return plus(1, isListType(getNullableType(field.type)) ? times(page, inside) : inside)
  }
  return ofSet(root, operation.selectionSet, LIST)
}

function pageSize(given: readonly ArgumentNode[] | undefined, defaults: Values): Cost {
  const value = given?.find(({ name }) => name.value === 'first')?.value
  if (value?.kind === Kind.INT) return sizeOf(Number(value.value))
  if (value?.kind !== Kind.VARIABLE) return DEFAULT_PAGE
  const name = value.name.value
  return (variables) => sizeOf(name in variables ? variables[name] : defaults[name])
}

/** A page that cannot be given is refused where it is read; here it counts as the largest. */
const sizeOf = (asked: unknown): number => {
  if (asked === null || asked === undefined) return DEFAULT_PAGE
  return typeof asked === 'number' && asked >= 1 && asked <= LARGEST_PAGE ? asked : LARGEST_PAGE
}

const defaultsOf = ({ variableDefinitions }: OperationDefinitionNode): Values =>
  Object.fromEntries(
    (variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
    ),
  )

export const reckon = (cost: Cost, variables: Values): number => (typeof cost === 'number' ? cost : cost(variables))
const joined =
  (join: (one: number, other: number) => number) =>
  (one: Cost, other: Cost): Cost =>
    typeof one === 'number' && typeof other === 'number'
      ? join(one, other)
      : (variables) => join(reckon(one, variables), reckon(other, variables))
const plus = joined((one, other) => one + other)
const times = joined((one, other) => one * other)

/** How many values the variables hold, lists and objects opened. */
export function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1
  let sum = 0
  for (const one of Object.values(value)) sum += valuesIn(one)
  return sum
}
