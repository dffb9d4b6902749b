import { type GraphQLSchema, isObjectType } from 'graphql'
import { fieldRules, type Reach } from '../server/domain/disclosure/field-rules.ts'

/** Who reads a field, in the words of the contract. */
export const readBy: Readonly<Record<Reach, string>> = {
  both: 'Read by: both sides, the other once the case is sent.',
  own: 'Read by: own side only.',
  'unless-stopped': 'Read by: both sides, the other once the case is sent and until it stops, unless it was refused.',
  'unless-finding': 'Read by: both sides; of a risk assessment, best interests or a follow-up visit, own side only.',
  'as-shown': 'Read by: both sides, the other once the case is sent, and only as much as it may know.',
  'each-own': 'Read by: both sides, the other once the case is sent; each reads what concerns itself.',
}

/** The descriptions of a case and its parts end with who reads them, from the rules by which the gate decides. */
export function sayWhoReads(schema: GraphQLSchema): GraphQLSchema {
  for (const [name, rules] of Object.entries(fieldRules)) {
    const type = schema.getType(name)
    if (!isObjectType(type)) throw new Error(`no type ${name}`)
    const fields = type.getFields()
    for (const [field, reach] of Object.entries<Reach>(rules)) {
      const described = fields[field]
      if (!described) throw new Error(`no field ${name}.${field}`)
      described.description = `${described.description} ${readBy[reach]}`
    }
  }
  return schema
}
