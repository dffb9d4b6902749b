import type { FastifyInstance } from 'fastify'
import { answerError } from './answer-error.ts'
import { BODY_BYTES, JSON_DEPTH, RETRY_SECONDS } from './limits.ts'

class Unreadable extends Error {
  readonly code: 'BROKEN_JSON' | 'JSON_TOO_DEEP'
  constructor(code: Unreadable['code']) {
    super(code)
    this.code = code
  }
}

/** Bodies are JSON and nothing else; what cannot be read is said in the caller's language. */
export function jsonBody(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => {
    try {
      done(null, parse(String(body)))
    } catch (error) {
      done(error as Error)
    }
  })
  app.setErrorHandler((error: Error & { code?: string; statusCode?: number }, request, reply) => {
    if (error instanceof Unreadable)
      return answerError(request, reply, 400, error.code, error.code === 'JSON_TOO_DEEP' ? { limit: JSON_DEPTH } : {})
    if (error.code === 'FST_ERR_HANDLER_TIMEOUT')
      return answerError(request, reply.header('retry-after', RETRY_SECONDS), 503, 'TIMED_OUT')
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE')
      return answerError(request, reply, 413, 'BODY_TOO_LARGE', { limit: BODY_BYTES / 1000 })
    if (error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE')
      return answerError(request, reply, 415, 'UNSUPPORTED_MEDIA_TYPE')
    if (error.statusCode && error.statusCode < 500) return answerError(request, reply, error.statusCode, 'BAD_REQUEST')
    request.log.error({ err: error }, 'unexpected failure')
    return answerError(request, reply, 500, 'UNEXPECTED')
  })
  app.setNotFoundHandler((request, reply) => answerError(request, reply, 404, 'NOT_FOUND'))
}

function parse(text: string): unknown {
  if (depthOf(text) > JSON_DEPTH) throw new Unreadable('JSON_TOO_DEEP')
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value
  } catch {}
  throw new Unreadable('BROKEN_JSON')
}

/** How deep brackets are nested outside of strings; reads the text once. */
function depthOf(text: string): number {
  let [depth, deepest, inString] = [0, 0, false]
  for (let position = 0; position < text.length; position += 1) {
    const letter = text[position]
    if (inString) {
      if (letter === '\\') position += 1
      else if (letter === '"') inString = false
    } else if (letter === '"') inString = true
    else if (letter === '{' || letter === '[') {
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (letter === '}' || letter === ']') depth -= 1
  }
  return deepest
}
