import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { type GraphQLObjectType, getNamedType, isInterfaceType, isObjectType } from 'graphql'
import { shippedProcedures } from '../../db/reference/read.ts'
import { readWorld } from '../../db/reference/world.ts'
import { printedAccess } from '../../schema/access/access-print.ts'
import { schema } from '../../schema/index.ts'
import { accessRules, ruledBy } from '../../server/domain/disclosure/access-rules.ts'
import { guardedTypes, openTypes, rootTypes } from '../../server/domain/disclosure/type-rules.ts'

/**
 * Every field of Query and of Subscription, every mutation and every type of the contract has a rule, and every rule is about something. The
 * whole table is printed to a file of the repository: what is printed otherwise than before is a change of rights.
 */
const FILE = 'schema/access.md'
const faults: string[] = []

const compare = (what: string, there: readonly string[], ruled: readonly string[]) => {
  for (const name of there) if (!ruled.includes(name)) faults.push(`${what} ${name} has no rule of access`)
  for (const name of ruled)
    if (!there.includes(name)) faults.push(`${what} ${name} is not there, but has a rule of access`)
}
const namesOf = (kind: string) => accessRules.filter((rule) => rule.kind === kind).map(({ name }) => name)
const fieldsOf = (type: GraphQLObjectType | null | undefined) => Object.keys(type?.getFields() ?? {})
compare('Query', [schema.getQueryType(), schema.getSubscriptionType()].flatMap(fieldsOf), namesOf('question'))
compare('Mutation', Object.keys(schema.getMutationType()?.getFields() ?? {}), namesOf('act'))

const types = Object.values(schema.getTypeMap()).filter(
  (type) => (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__'),
)
compare('type', [...new Set(types.flatMap(({ name }) => ruledBy(name) ?? []))], namesOf('type'))

for (const type of types) {
  if (!isObjectType(type)) continue
  const fields = Object.values(type.getFields())
  const guarded = guardedTypes[type.name]
  if (guarded)
    compare(
      `field of ${type.name}:`,
      fields.map(({ name }) => name),
      guarded.fields,
    )
  if (!openTypes.includes(ruledBy(type.name) ?? '')) continue
  for (const { name, type: below } of fields) {
    const leadsTo = ruledBy(getNamedType(below).name) ?? ''
    if (leadsTo in guardedTypes) faults.push(`${type.name}.${name} leads from what everybody reads to ${leadsTo}`)
  }
}
for (const type of schema.getPossibleTypes(schema.getType('Node') as never))
  if (!(type.name in guardedTypes) && !openTypes.includes(type.name))
    faults.push(`node ${type.name} has no rule of access`)
if (rootTypes.some((name) => name in guardedTypes)) faults.push('a root of the contract cannot be guarded')

const printed = printedAccess(readWorld(shippedProcedures().map(({ procedure }) => procedure)))
const committed = existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
if (committed !== printed) {
  writeFileSync(FILE, printed)
  faults.push(`rights changed: ${FILE} was printed anew; look at what differs, and commit it with the change`)
}

for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)
