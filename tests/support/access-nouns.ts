import { type GraphQLInputObjectType, type GraphQLInputType, getNamedType } from 'graphql'
import { schema } from '../../schema/index.ts'
import { accessActNames } from '../../server/domain/access/access-acts.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { Api, Looked } from './api.ts'
import type { WayOverHttp } from './way-over-http.ts'

/** What an administrator has that nobody of another country knows of. */
export type AccessNoun = 'Account' | 'ApiKey' | 'Invitation'

/** One of them, made by the administrator of a country; its id. */
export async function makeAccessNoun(way: WayOverHttp, country: CountryCode, type: AccessNoun): Promise<string> {
  const key = await way.key(country, 'admin')
  const office = way.api.service.world.competent.get(country)?.get('focal')
  const post = { office, role: 'FOCAL', language: 'en', idempotencyKey: way.api.idempotencyKey() }
  const make = async (name: string, noun: string, input: object): Promise<string> => {
    const argument = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
    const query = `mutation ($input: ${argument}!) { made: ${name}(input: $input) { ${noun} { id } } }`
    return (await way.api.ask(key, query, { input })).data.made[noun].id
  }
  if (type === 'Invitation') return make('inviteOfficer', 'invitation', post)
  const apiKey = await make('createApiKey', 'apiKey', { ...post, validDays: 1 })
  if (type === 'ApiKey') return apiKey
  return (await way.api.ask(key, '{ accounts(first: 1) { nodes { id } } }')).data.accounts.nodes[0].id
}

const inputOf = (name: string): GraphQLInputObjectType => {
  const field = schema.getMutationType()?.getFields()[name]
  return getNamedType(field?.args[0]?.type as GraphQLInputType) as GraphQLInputObjectType
}
const namesOne = (name: string): boolean =>
  Object.values(inputOf(name).getFields()).some(
    (field) => field.name !== 'office' && getNamedType(field.type).name === 'ID',
  )
/** Acts about who comes in that name something that is there. */
const naming = accessActNames.filter(namesOne)

/** Tries each of them on an id, with good input; what is answered. */
export async function tryAccessActs(
  api: Api,
  key: string,
  country: CountryCode,
  id: string,
): Promise<readonly string[]> {
  const answers: string[] = []
  for (const name of naming) {
    const office = api.service.world.competent.get(country)?.get('focal')
    const good: Readonly<Record<string, unknown>> = {
      ID: id,
      Int: 1,
      String: api.idempotencyKey(),
      Role: 'FOCAL',
      Language: 'en',
    }
    const fields = Object.values(inputOf(name).getFields())
    const values = fields.map((field) => [field.name, good[getNamedType(field.type).name]] as const)
    const input = { ...Object.fromEntries(values), ...('office' in inputOf(name).getFields() ? { office } : {}) }
    const query = `mutation ($input: ${inputOf(name).name}!) { ${name}(input: $input) {
      receipt { id } problems { code message field next facts { key text number flag list } } } }`
    const { data, errors }: Looked = await api.ask(key, query, { input })
    if (data?.[name]?.receipt) throw new Error(`${name} was done`)
    if (errors) throw new Error(JSON.stringify(errors))
    answers.push(`${name} ${JSON.stringify(data)}`)
  }
  return answers
}
