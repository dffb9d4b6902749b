import { readFileSync } from 'node:fs'
import {
  buildSchema,
  findBreakingChanges,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql'
import { printed } from '../../schema/print.ts'

/** The committed contract is the printed one, breaks no released promise, and describes each of its elements. */
const read = (name: string) => readFileSync(`schema/${name}`, 'utf8')
const committed = read('schema.graphql')
const faults: string[] = []

if (committed !== printed()) faults.push('schema/schema.graphql is not what the code prints: npm run schema:print')
const schema = buildSchema(printed())
for (const { type, description } of findBreakingChanges(buildSchema(read('released.graphql')), schema))
  faults.push(`breaks the released contract: ${type}: ${description}`)

for (const type of Object.values(schema.getTypeMap())) if (!isStandard(type)) describe(type)

function isStandard({ name }: GraphQLNamedType): boolean {
  return name.startsWith('__') || ['String', 'Int', 'Float', 'Boolean', 'ID'].includes(name)
}

function describe(type: GraphQLNamedType): void {
  const need = (where: string, { description }: { description?: string | null | undefined }) => {
    if (!description?.trim()) faults.push(`${where} has no description`)
  }
  need(type.name, type)
  if (isEnumType(type)) for (const value of type.getValues()) need(`${type.name}.${value.name}`, value)
  if (isObjectType(type) || isInterfaceType(type))
    for (const field of Object.values(type.getFields())) {
      need(`${type.name}.${field.name}`, field)
      for (const argument of field.args) need(`${type.name}.${field.name}(${argument.name}:)`, argument)
    }
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields())) need(`${type.name}.${field.name}`, field)
}

for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)
