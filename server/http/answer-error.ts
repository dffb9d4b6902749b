import type { FastifyReply, FastifyRequest } from 'fastify'
import type errors from '../../locales/en/errors.json'
import { say } from '../../locales/index.ts'
import { languageOf } from './language.ts'

export type ErrorCode = keyof typeof errors

/** A refusal that is one only now: when to come back is said to people and to programs. */
export const answerLater = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: ErrorCode,
  seconds: number,
): FastifyReply => answerError(request, reply.header('retry-after', seconds), status, code, { seconds })

/** Answers outside GraphQL in GraphQL's shape, in the language the request wishes for. */
export function answerError(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  code: ErrorCode,
  facts: Readonly<Record<string, unknown>> = {},
  /** Where one code has several reasons, each with a sentence of its own. */
  sentence: ErrorCode = code,
): FastifyReply {
  const to = { language: languageOf(request), offsetMinutes: 0 }
  const message = say(to, `errors:${sentence}`, { requestId: request.id, ...facts })
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .header('content-language', to.language)
    .send(JSON.stringify({ errors: [{ message, extensions: { code, ...facts } }] }))
}
