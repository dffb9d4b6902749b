import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'
import { schema } from '../../schema/index.ts'
import { fieldRules, type RuledType } from '../../server/domain/disclosure/field-rules.ts'

/** A ruled type of the contract, as the schema has it. */
export function ruledType(name: RuledType): GraphQLObjectType {
  const type = schema.getType(name)
  if (!isObjectType(type)) throw new Error(`no type ${name}`)
  return type
}

/** Types whose fields have rules of their own, where another ruled type leads to them. */
const RULED: ReadonlySet<string> = new Set(Object.keys(fieldRules).filter((name) => name !== 'Case'))

/** A field with what lies in it: of a type with rules of its own all of its fields, of another all that is plain. */
function selection(field: GraphQLField<unknown, unknown>): string {
  const type = getNamedType(field.type)
  if (!isObjectType(type)) return field.name
  const below = RULED.has(type.name) ? fieldsOf(type) : Object.values(type.getFields()).map(plainly).join(' ')
  return `${field.name} { ${below} }`
}

/** A plain field, or what something else is called by. */
function plainly({ name, type, args }: GraphQLField<unknown, unknown>): string {
  if (args.some(isRequiredArgument)) return ''
  const below = getNamedType(type)
  if (isLeafType(below)) return name
  const code = isObjectType(below) && ['code', 'id'].find((one) => one in below.getFields())
  return code ? `${name} { ${code} }` : ''
}

const fieldsOf = (type: GraphQLObjectType): string => Object.values(type.getFields()).map(selection).join('\n')

/** Every field of a case that has a rule. */
export const WHOLE_CASE = `query ($id: ID!) { case(id: $id) { ${fieldsOf(ruledType('Case'))} } }`
