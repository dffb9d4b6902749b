import { type GraphQLInputType, type GraphQLObjectType, getNamedType, isInterfaceType, isObjectType } from 'graphql'
import { schema } from '../../schema/index.ts'
import { plainOf } from './plainly-asked.ts'

/** A question that names one thing, by its id or by a reference. */
interface IdQuestion {
  readonly query: string
  readonly by: 'id' | 'reference'
}

const namedBy = (name: string, type: GraphQLInputType): IdQuestion['by'] | null => {
  if (getNamedType(type).name === 'ID') return 'id'
  return name === 'reference' ? 'reference' : null
}

/** Every way in which a question of the contract names a thing: each argument of each field of Query that takes an id. */
export const idQuestions: readonly IdQuestion[] = Object.values(schema.getQueryType()?.getFields() ?? {}).flatMap(
  (field) =>
    field.args.flatMap((one): IdQuestion[] => {
      const by = namedBy(one.name, one.type)
      if (!by) return []
      const type = getNamedType(field.type)
      const plain = isInterfaceType(type) ? '__typename id' : plainOf(type as GraphQLObjectType)
      return [{ query: `query ($it: ${one.type}) { ${field.name}(${one.name}: $it) { ${plain} } }`, by }]
    }),
)

/** What a subscription names is nothing to strangers by a test of its own (`api/report-progress`). */
const ROOTS = ['Query', 'Mutation', 'Subscription']

/** Fields below these that take an id as well: there are none, or they are to be asked too. */
export const idFieldsBelow: readonly string[] = Object.values(schema.getTypeMap()).flatMap((type) =>
  isObjectType(type) && !ROOTS.includes(type.name) && !type.name.startsWith('__')
    ? Object.values(type.getFields())
        .filter(({ args }) => args.some((one) => namedBy(one.name, one.type)))
        .map(({ name }) => `${type.name}.${name}`)
    : [],
)
