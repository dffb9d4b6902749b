import { readGlobalId } from '../../schema/global-id.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import type { Api } from './api.ts'
import { questionsAboutOne, questionsForLists } from './every-field.ts'

/** A case as the tests hold it. */
export interface Held {
  readonly caseId: string
  handoverId?: string
}

/** All that one reader is told about a case and its list: every field, by every way to ask for it. */
export const toldAbout = async (...asked: Parameters<typeof answersAbout>): Promise<string> =>
  (await answersAbout(...asked)).map(([, text]) => text).join('\n')

type Answered = readonly [query: string, text: string]

/** The same, each answer beside its query. */
export async function answersAbout(
  api: Api,
  key: string,
  { caseId, handoverId }: Held,
  languages: readonly Language[],
): Promise<readonly Answered[]> {
  const answers: Answered[] = []
  // By `node` comes what has come already: one language will do.
  for (const [root, queries] of questionsAboutOne)
    for (const id of handoverId ? [caseId, handoverId] : [caseId])
      for (const query of queries.filter((one) => isFor(one, root, id)))
        for (const language of root === 'node' ? languages.slice(0, 1) : languages)
          answers.push([query, await textOf(api, key, query, query.includes('$language') ? { id, language } : { id })])
  return answers
}

/** `case` for a case, `handover` for a list, and of `node` the part about the type. */
function isFor(query: string, root: string, id: string): boolean {
  const type = readGlobalId(id)?.type ?? ''
  return root === 'node' ? query.includes(`... on ${type} `) : root === type.toLowerCase()
}

async function textOf(api: Api, key: string, query: string, variables: object): Promise<string> {
  const { text, errors } = await api.ask(key, query, variables)
  if (errors) throw new Error(`${query}: ${text}`)
  // A link is sealed anew each time it is given; only its length could tell something.
  return text.replace(/\/letters\/[0-9a-f]+/g, ({ length }) => `A LINK OF ${length}`)
}

/** Every list as one reader gets it: the whole answers by the field of Query. */
export async function toldInLists(
  api: Api,
  key: string,
  languages: readonly Language[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const lists = await answersInLists(api, key, languages)
  return new Map([...lists].map(([root, answers]) => [root, answers.map(([, text]) => text)]))
}

/** The same, each answer beside its query. */
export async function answersInLists(
  api: Api,
  key: string,
  languages: readonly Language[],
): Promise<ReadonlyMap<string, readonly Answered[]>> {
  const lists = new Map<string, Answered[]>()
  for (const [root, queries] of questionsForLists) {
    const answers: Answered[] = []
    for (const query of queries)
      for (const language of languages)
        answers.push([query, await textOf(api, key, query, query.includes('$language') ? { language } : {})])
    lists.set(root, answers)
  }
  return lists
}

const CURSORS: ReadonlySet<string> = new Set(['cursor', 'startCursor', 'endCursor'])

/** The entries of a list, each with all that was said of it in every query; cursors as what they are made of. */
export function entriesOf(answers: readonly string[]): readonly string[] {
  const pages = answers.flatMap((text) => {
    const { data } = JSON.parse(text, (name, value) =>
      CURSORS.has(name) && typeof value === 'string' ? Buffer.from(value, 'base64url').toString() : value,
    )
    const [list] = Object.values<{ nodes?: unknown[]; edges?: unknown[] }>(data)
    return list?.nodes ? [list] : []
  })
  const length = Math.max(0, ...pages.map(({ nodes = [], edges = [] }) => Math.max(nodes.length, edges.length)))
  return Array.from({ length }, (_, place) =>
    JSON.stringify(pages.map(({ nodes, edges }) => [nodes?.[place], edges?.[place]])),
  )
}

const OWN = 'query ($id: ID!) { case(id: $id) { id reference journal { receipt { id leaf } } handover { id } } }'

/** What differs from case to case whatever was done: ids, the reference, receipts. `key`: of an officer who sees all of it. */
export async function namesOf(api: Api, key: string, caseId: string): Promise<ReadonlyMap<string, string>> {
  const { case: own } = (await api.ask(key, OWN, { id: caseId })).data
  const names = new Map<string, string>([[own.reference, 'REFERENCE']])
  const add = (id: string, name: string) => names.set(id, name).set(bare(id), name)
  add(own.id, 'CASE')
  if (own.handover) add(own.handover.id, 'LIST')
  for (const { receipt } of own.journal) names.set(receipt.id, 'RECEIPT').set(receipt.leaf, 'LEAF')
  return names
}

const bare = (id: string): string => Buffer.from(id, 'base64url').toString().split(':')[1] ?? id

export const withoutNames = (text: string, names: ReadonlyMap<string, string>): string =>
  [...names].reduce((rest, [name, by]) => rest.replaceAll(name, by), text)

export const mentions = (text: string, names: ReadonlyMap<string, string>): boolean =>
  [...names.keys()].some((name) => text.includes(name))

/** Where two texts part, with what stands around it; empty where they are equal to the byte. */
export function difference(one: string, other: string): string {
  if (one === other) return ''
  let at = 0
  while (one[at] === other[at]) at += 1
  const around = (text: string) => text.slice(Math.max(0, at - 120), at + 120)
  return `${around(one)}\n--- but ---\n${around(other)}`
}
