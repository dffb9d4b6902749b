import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'
import { schema } from '../../schema/index.ts'

const needsNothing = ({ args }: GraphQLField<unknown, unknown>) => !args.some(isRequiredArgument)

/** The plain fields of a type, and those of what a list of it holds. */
export function plainOf(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).filter(needsNothing)
  const plain = fields.filter((field) => isLeafType(getNamedType(field.type))).map(({ name }) => name)
  const nodes = type.getFields()['nodes']
  const below = nodes && getNamedType(nodes.type)
  return ['__typename', ...plain, ...(isObjectType(below) ? [`nodes { ${plainOf(below)} }`] : [])].join(' ')
}

/** A question to a field of Query with nothing but its plain fields; null where it must be told what is meant. */
export function plainQuestion(name: string): string | null {
  const field = schema.getQueryType()?.getFields()[name]
  const type = field && getNamedType(field.type)
  if (!field || !isObjectType(type) || !needsNothing(field)) return null
  const first = field.args.some((one) => one.name === 'first') ? '(first: 100)' : ''
  return `{ ${name}${first} { ${plainOf(type)} } }`
}
