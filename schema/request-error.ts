import { GraphQLError } from 'graphql'

/** Codes of broken requests; each has a sentence in locales/<language>/errors.json. */
export type RequestErrorCode =
  | 'PAGE_SIZE'
  | 'CURSOR_INVALID'
  | 'BAD_USER_INPUT'
  | 'READ_NOT_LOGGED'
  | 'TOO_MANY_STREAMS'
  | 'EVENT_ID_INVALID'
  | 'STREAM_TOO_SLOW'
  | 'UNAUTHENTICATED'

/** A request that is broken, as opposed to an act that is refused. It is said in the caller's language on the way out. */
export const requestError = (
  code: RequestErrorCode,
  facts: Readonly<Record<string, unknown>> = {},
  status?: number,
): GraphQLError => new GraphQLError(code, { extensions: { code, facts, ...(status ? { http: { status } } : {}) } })
