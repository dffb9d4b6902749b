import { globalId } from '../../schema/global-id.ts'
import { schema } from '../../schema/index.ts'
import { type AnyAction, actions } from '../../server/domain/actions.ts'
import type { Field, Fields } from '../../server/domain/kernel/fields.ts'
import { nounsOf } from '../../server/domain/nouns.ts'
import type { ActionName, ActName } from '../../server/domain/procedures/action-names.ts'
import { registerActs } from '../../server/domain/registers/register-acts.ts'
import type { Api, Looked } from './api.ts'
import { goodValue, type Target } from './good-value.ts'
import { never, nobodys } from './way-over-http.ts'

/** What is tried of an act: its name and what it is given. */
export interface Tried<Name extends ActName = ActName> {
  readonly name: Name
  readonly fields: Fields
}

/** Every act of the contract, those on registers among them. */
export const everyAct: readonly Tried[] = [...Object.values<AnyAction>(actions), ...Object.values(registerActs)]

/** Every act of the contract that can be done to a case that is there, alone or on a list. */
export const actsOnCases: readonly Tried<ActionName>[] = Object.values<AnyAction>(actions).filter(
  ({ target }) => target !== 'new',
)

type Noun = NonNullable<ReturnType<typeof nounsOf>['target']>

function inputOf(api: Api, action: Tried, target: Target, seen: ReadonlyMap<Noun, number>): object {
  const fields = Object.entries<Field>(action.fields).filter(([, { required }]) => required)
  const noun = nounsOf(action.name).target
  return {
    ...Object.fromEntries(fields.map(([name, field]) => [name, goodValue(api, target, name, field)])),
    ...(noun ? { [noun]: idsOf(target)[noun], expectedVersion: seen.get(noun) ?? seen.get('caseId') } : {}),
    idempotencyKey: api.idempotencyKey(),
  }
}

const idsOf = (target: Target): Readonly<Record<Noun, string>> => ({
  caseId: target.caseId,
  handoverId: target.handoverId ?? never.handover,
  limitProposalId: target.limitId ?? globalId('LimitProposal', nobodys),
  meetingId: target.meetingId ?? never.meeting,
  reportId: target.reportId ?? never.report,
  reportPartId: target.reportPartId ?? never.reportPart,
  reportFileId: target.reportFileId ?? never.reportFile,
})

/** Nouns whose version rises in the tests, and their types. */
const VERSIONED = {
  caseId: 'Case',
  handoverId: 'Handover',
  reportId: 'Report',
  reportPartId: 'ReportPart',
  reportFileId: 'ReportFile',
}
const SEEN = `query (${Object.keys(VERSIONED).map((noun) => `$${noun}: ID!`)}) { ${Object.entries(VERSIONED)
  .map(([noun, type]) => `${noun}: node(id: $${noun}) { ... on ${type} { version } }`)
  .join(' ')} }`

/** The versions that this officer sees; of what is nothing to them the first. */
async function seenBy(api: Api, key: string, target: Target): Promise<ReadonlyMap<Noun, number>> {
  const ids = idsOf(target)
  const asked = Object.fromEntries(Object.keys(VERSIONED).map((noun) => [noun, ids[noun]]))
  const { data } = await api.ask(key, SEEN, asked)
  return new Map(Object.keys(VERSIONED).map((noun) => [noun, data[noun]?.version ?? 1]))
}
const PROBLEM = `fragment P on Problem { code field facts { key text number flag list }
  en: message(language: en) lo: message(language: lo) next }`

/** So many acts in one request: as many as the limit of tokens allows. */
const PORTION = 12

export interface Refused<Name extends ActName = ActionName> {
  readonly name: Name
  /** The noun, the receipt and the problems of the answer. */
  readonly answer: Looked
}

/** Tries every act but those `except`, with good input and the version this officer sees; they are all to be refused. */
export const tryEveryAct = (
  api: Api,
  key: string,
  target: Target,
  except: readonly ActionName[] = [],
): Promise<readonly Refused[]> =>
  tryActs(
    api,
    key,
    target,
    actsOnCases.filter(({ name }) => !except.includes(name)),
  )

/** Tries acts one after the other, with good input and the version this officer sees before the first of them. */
export async function tryActs<Name extends ActName>(
  api: Api,
  key: string,
  target: Target,
  tried: readonly Tried<Name>[],
): Promise<readonly Refused<Name>[]> {
  const seen = await seenBy(api, key, target)
  const answers: Refused<Name>[] = []
  for (let from = 0; from < tried.length; from += PORTION) {
    const some = tried.slice(from, from + PORTION)
    const variables = some.map((_, place) => `$i${place}: ${inputTypeOf(some[place] as Tried)}!`)
    const fields = some.map(({ name }, place) => {
      const { field } = nounsOf(name)
      return `${name}(input: $i${place}) { noun: ${field} { id } receipt { id } problems { ...P } }`
    })
    const query = `mutation (${variables.join(', ')}) { ${fields.join(' ')} } ${PROBLEM}`
    const inputs = some.map((action, place) => [`i${place}`, inputOf(api, action, target, seen)])
    const { data: done, errors } = await api.ask(key, query, Object.fromEntries(inputs))
    if (errors) throw new Error(JSON.stringify(errors))
    for (const { name } of some) answers.push({ name, answer: done[name] })
  }
  return answers
}

const inputTypeOf = ({ name }: Tried): string =>
  String(schema.getMutationType()?.getFields()[name]?.args[0]?.type).replace('!', '')
