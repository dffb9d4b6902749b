import {
  type GraphQLNamedType,
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql'
import { schema } from '../../schema/index.ts'

const isSomething = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0)

/** Which fields of which types said something in an answer: `Case.consent`. */
export function fieldsTold(query: string, text: string): ReadonlySet<string> {
  const told = new Set<string>()
  const look = ({ selections }: SelectionSetNode, type: GraphQLNamedType, found: unknown): void => {
    for (const one of Array.isArray(found) ? found : [found]) {
      if (one === null || one === undefined) continue
      for (const selection of selections) {
        // Each query asks for one type of an interface.
        if (selection.kind === Kind.INLINE_FRAGMENT && selection.typeCondition)
          look(selection.selectionSet, schema.getType(selection.typeCondition.name.value) as GraphQLNamedType, one)
        if (selection.kind !== Kind.FIELD || !(isObjectType(type) || isInterfaceType(type))) continue
        const name = selection.name.value
        const field = type.getFields()[name]
        if (!field || !isSomething(one[name])) continue
        told.add(`${type.name}.${name}`)
        if (selection.selectionSet) look(selection.selectionSet, getNamedType(field.type), one[name])
      }
    }
  }
  const [operation] = parse(query).definitions
  if (operation?.kind === Kind.OPERATION_DEFINITION)
    look(operation.selectionSet, schema.getQueryType() as GraphQLNamedType, JSON.parse(text).data)
  return new Set([...told].filter((name) => !name.startsWith('Query.')))
}
