import { createHash } from 'node:crypto'
import { BadUse } from '../bad-use.ts'

/** Where the service is, and whose key is shown to it. */
export interface Hub {
  readonly url: string
  readonly key: string
}
/** A refusal as the service says it. */
export interface Refused {
  readonly code: string
  readonly message: string
  readonly next: string
  readonly field: readonly string[]
  readonly facts: readonly { readonly key: string; readonly text: string | null; readonly number: number | null }[]
}
export interface Outcome {
  readonly aggregateImport: { readonly id: string } | null
  readonly receipt: { readonly id: string; readonly leaf: string; readonly at: string } | null
  readonly problems: readonly Refused[]
}

const VIEWER = '{ viewer { language } }'
const IMPORT = `mutation ($input: ImportAggregatesInput!, $language: Language) { importAggregates(input: $input) {
  aggregateImport { id } receipt { id leaf at }
  problems { code message(language: $language) next(language: $language) field facts { key text number } } } }`

/** The language of the account that the key is of. */
export const languageOf = async (hub: Hub): Promise<string> =>
  (await ask<{ viewer: { language: string } }>(hub, VIEWER, {})).viewer.language

/** Hands figures in. The same input has the same key: sent again after a lost answer it is done once. */
export async function sendImport(hub: Hub, input: object, language: string): Promise<Outcome> {
  const idempotencyKey = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const variables = { input: { ...input, idempotencyKey }, language }
  return (await ask<{ importAggregates: Outcome }>(hub, IMPORT, variables)).importAggregates
}

async function ask<T>({ url, key }: Hub, query: string, variables: object): Promise<T> {
  const answer = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query, variables }),
  }).catch((error: Error) => {
    throw new BadUse(`${url} does not answer: ${(error.cause as Error | undefined)?.message ?? error.message}`)
  })
  const body = (await answer.json().catch(() => ({}))) as { data?: T; errors?: readonly { message: string }[] }
  if (body.errors || !body.data)
    throw new BadUse(body.errors?.map(({ message }) => message).join(' ') ?? `${url}: HTTP ${answer.status}`)
  return body.data
}
