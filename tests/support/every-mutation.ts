import { globalId } from '../../schema/global-id.ts'
import { schema } from '../../schema/index.ts'
import { type AnyAction, actions } from '../../server/domain/actions.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { Field, Fields } from '../../server/domain/kernel/fields.ts'
import { nounsOf } from '../../server/domain/nouns.ts'
import type { ActionName, ActName } from '../../server/domain/procedures/action-names.ts'
import { registerActs } from '../../server/domain/registers/register-acts.ts'
import type { Api, Looked } from './api.ts'
import { nobody } from './way-home.ts'
import { never, nobodys } from './way-over-http.ts'

/** What every act is tried on; a case that is on no list is tried on a list that never was. */
export interface Target {
  readonly caseId: string
  readonly handoverId?: string | undefined
  /** Another case that an act may name beside it. */
  readonly otherId?: string
  /** A proposed limit, for the act that agrees to it. */
  readonly limitId?: string
  /** For acts that name a case by its reference. */
  readonly reference?: string
  /** The other country of its corridor, as the officer sees it. */
  readonly other: CountryCode
}

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

/** A value that passes every check of its kind, so that the act is refused for what it is and not for how it was typed. */
function goodValue(api: Api, { caseId, otherId, other, reference }: Target, name: string, { type }: Field): unknown {
  const { world } = api.service
  const codeOf = (list: string) => world.codes.get(list)?.keys().next().value
  switch (type.kind) {
    case 'code':
      return codeOf(type.list)
    case 'codes':
      return [codeOf(type.list)]
    case 'choice':
      return type.of[0]?.toUpperCase()
    case 'country':
      return name === 'with' ? other : 'VN'
    case 'flag':
      return true
    case 'day':
      return api.clock.now().slice(0, 10)
    case 'days':
      return []
    case 'instant':
      // A day on which both posts are open, long enough after the tests begin to give notice.
      return type.when === 'past' ? api.clock.now() : '2026-04-01T03:00:00Z'
    case 'id':
      if (type.of === 'Case') return name === 'caseId' ? caseId : (otherId ?? never.case)
      return type.of === 'Office' ? world.offices.keys().next().value : 'la-th-vientiane-nong-khai'
    case 'caseIds':
      return [caseId]
    case 'counts':
      // Who still travels on a list whose only case has stopped.
      return nobody
    case 'questions':
      return ['safe-to-inform-family']
    case 'answers':
      return [{ question: 'safe-to-inform-family', yes: true }]
    case 'agenda':
      return [{ case: caseId, decision: codeOf('meeting-decision') }]
    case 'number':
      return type.min
    case 'note':
      return { text: 'Nothing that names anybody.' }
    case 'step':
      return 'acknowledge-request'
    case 'reference':
      return reference ?? never.reference
    case 'form':
      return world.consentForms.keys().next().value
  }
}

function inputOf(api: Api, action: Tried, target: Target, seen: { case: number; handover: number }): object {
  const fields = Object.entries<Field>(action.fields).filter(([, { required }]) => required)
  const noun = nounsOf(action.name).target
  const onList = noun === 'handoverId'
  const ids: Readonly<Record<string, string>> = {
    caseId: target.caseId,
    handoverId: target.handoverId ?? never.handover,
    limitProposalId: target.limitId ?? globalId('LimitProposal', nobodys),
  }
  return {
    ...Object.fromEntries(fields.map(([name, field]) => [name, goodValue(api, target, name, field)])),
    ...(noun ? { [noun]: ids[noun], expectedVersion: onList ? seen.handover : seen.case } : {}),
    idempotencyKey: api.idempotencyKey(),
  }
}

const SEEN = `query ($case: ID!, $list: ID!) { case: node(id: $case) { ... on Case { version } }
  list: node(id: $list) { ... on Handover { version } } }`
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
  const list = target.handoverId ?? never.handover
  const { data } = await api.ask(key, SEEN, { case: target.caseId, list })
  const seen = { case: data.case?.version ?? 1, handover: data.list?.version ?? 1 }
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
