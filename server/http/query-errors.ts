import { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import errors from '../../locales/en/errors.json' with { type: 'json' }
import { say } from '../../locales/index.ts'
import type { Speaker } from '../../locales/show.ts'
import type { Account } from '../services/sign-in.ts'
import type { ErrorCode } from './answer-error.ts'
import { readsSchema } from './strangers.ts'

/** What the HTTP side knows of one request when its result goes out. */
export interface Asking {
  readonly speaker: Speaker
  readonly requestId: string
  readonly account: Account | null
  readonly fictitious: boolean
}

/** Letters of graphql's own words in an answer: it may quote all of what was sent. */
const LONGEST_DETAIL = 300

/** Every GraphQL error leaves with a code and one sentence in the caller's language. */
export const queryErrors: Plugin<Record<string, unknown>, Asking> = {
  onResultProcess({ result, setResult, serverContext }) {
    if (Array.isArray(result) || !('errors' in result) || !result.errors?.length) return
    const inData = 'data' in result && result.data !== undefined
    setResult({ ...result, errors: result.errors.map((error) => inWords(error, inData, serverContext)) })
  },
}

export function inWords(error: GraphQLError, inData: boolean, asking: Asking): GraphQLError {
  const { speaker, requestId } = asking
  const code = codeOf(error, inData)
  const facts = { ...(error.extensions?.['facts'] as object | undefined) }
  const message = say(speaker, `errors:${code}`, { detail: detailOf(error.message, asking), requestId, ...facts })
  const http = error.extensions?.['http']
  const extensions = { code, ...facts, ...(http ? { http } : {}), ...(code === 'UNEXPECTED' ? { requestId } : {}) }
  return new GraphQLError(message, {
    nodes: error.nodes ?? null,
    source: error.source ?? null,
    positions: error.positions ?? null,
    path: error.path ?? null,
    extensions,
  })
}

function detailOf(message: string, asking: Asking): string {
  const said = readsSchema(asking) ? message : message.replace(/ ?Did you mean [^?]*\?/g, '')
  return said.length > LONGEST_DETAIL ? `${said.slice(0, LONGEST_DETAIL).toWellFormed()}…` : said
}

function codeOf({ extensions, path, message }: GraphQLError, inData: boolean): ErrorCode {
  // A compiled query's own errors come without extensions, whatever their type says.
  const code = extensions?.['code']
  if (typeof code === 'string' && code in errors) return code as ErrorCode
  if (code === 'INTERNAL_SERVER_ERROR') return 'UNEXPECTED'
  // What graphql itself refuses before it runs: a variable that does not fit its type, an operation not named; or, told
  // by its words alone, a null variable where an argument may not be null.
  return (!path && !inData) || /^Argument "/.test(message) ? 'BAD_USER_INPUT' : 'UNEXPECTED'
}
