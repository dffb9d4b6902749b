import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import { createYoga } from 'graphql-yoga'
import { contextOf } from '../../schema/context.ts'
import { schema } from '../../schema/index.ts'
import type { Service } from '../services/service.ts'
import { answerError } from './answer-error.ts'
import { compiledQueries } from './compiled-queries.ts'
import { type Answering, eventStreams, lineOf, sendEvents } from './event-stream.ts'
import { KnownDocuments, noFaults } from './known-documents.ts'
import { languageOf } from './language.ts'
import { RETRY_SECONDS } from './limits.ts'
import { queryErrors } from './query-errors.ts'
import { queryLimits, type Weighed } from './query-limits.ts'
import { needsAccount } from './session.ts'
import { trustedDocument } from './trusted-documents.ts'

/** Forms in which an answer can be given. */
const ANSWERED_AS = /\*\/\*|application\/(\*|json|graphql-response\+json)|text\/(\*|event-stream)/i

interface ServerContext extends Answering, Weighed {
  readonly req: FastifyRequest
  readonly reply: FastifyReply
}

/** `POST /graphql`: JSON in, `application/graphql-response+json` or `application/json` out. */
export function graphql(app: FastifyInstance, service: Service): void {
  const yoga = createYoga<ServerContext>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    multipart: false,
    cors: false,
    logging: false,
    parserAndValidationCache: { documentCache: new KnownDocuments(), errorCache: noFaults },
    plugins: [queryLimits, compiledQueries(), queryErrors, eventStreams],
    maskedErrors: { maskError: (error) => masked(app, error) },
    context: ({ req, line }) => {
      const { account } = req
      if (!account) throw new Error('a query without an account')
      return contextOf(service, account, languageOf(req), line)
    },
  })

  app.post('/graphql', { onRequest: needsAccount, preHandler: trustedDocument }, async (req, reply) => {
    if (!req.body) return answerError(req, reply, 415, 'UNSUPPORTED_MEDIA_TYPE')
    // Before it is run: an act that is done must not be answered with a refusal.
    if (!ANSWERED_AS.test(req.headers.accept ?? '*/*')) return answerError(req, reply, 406, 'NOT_ACCEPTABLE')
    const language = languageOf(req)
    const line = lineOf(req)
    const asking: Answering & Weighed = {
      speaker: { language, offsetMinutes: 0 },
      requestId: req.id,
      account: req.account,
      fictitious: service.fictitious,
      weight: { cost: 0 },
      line,
    }
    const gone = () => line.stream?.end('gone')
    const response = await Promise.resolve(yoga.handleNodeRequest(req, { req, reply, ...asking })).catch((error) => {
      gone()
      throw error
    })
    if (reply.sent) {
      // It took too long, and the caller has heard so.
      gone()
      return reply
    }
    if (line.results && line.stream)
      return sendEvents(reply.header('content-language', language), line.results, line.stream, asking)
    if (line.stream) {
      // It was opened, and the caller takes no events.
      gone()
      return answerError(req, reply, 406, 'NEEDS_EVENT_STREAM', { type: 'text/event-stream' })
    }
    for (const [name, value] of response.headers) reply.header(name, value)
    if (response.status === 429) reply.header('retry-after', RETRY_SECONDS)
    return reply
      .code(response.status)
      .header('content-language', language)
      .send(await response.text())
  })
  app.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    handler: (req, reply) => answerError(req, reply.header('allow', 'POST'), 405, 'METHOD_NOT_ALLOWED'),
  })
}

/** An unexpected failure goes to the log; the caller hears one neutral sentence and the request's number. */
function masked(app: FastifyInstance, error: unknown): GraphQLError {
  if (error instanceof GraphQLError && !error.originalError) return error
  if (error instanceof GraphQLError && error.originalError instanceof GraphQLError) return error
  app.log.error({ err: error instanceof GraphQLError ? error.originalError : error }, 'unexpected failure')
  return new GraphQLError('UNEXPECTED', { extensions: { code: 'UNEXPECTED' } })
}
