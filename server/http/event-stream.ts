import { once } from 'node:events'
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type ExecutionResult, GraphQLError } from 'graphql'
import { isAsyncIterable, type Plugin, processRegularResult } from 'graphql-yoga'
import type { Line } from '../../schema/context.ts'
import { requestError } from '../../schema/request-error.ts'
import type { LiveStream } from '../services/live-work.ts'
import { type Asking, inWords } from './query-errors.ts'

/** The line of a request, and what goes out on it when that is a stream. */
interface OpenLine extends Line {
  results: AsyncIterable<ExecutionResult> | null
}
export interface Answering extends Asking {
  readonly line: OpenLine
}

export function lineOf({ headers, key }: FastifyRequest): OpenLine {
  const last = headers['last-event-id']
  // An empty one is what a client sends that was told no id yet.
  return { key, after: last?.toString() || null, stream: null, results: null }
}

const TAKES_EVENTS = /(^|[\s,])(text\/event-stream|text\/\*|\*\/\*)\s*(;|,|$)/i

/** The results of a subscription are written by `sendEvents`: Yoga's own events have no ids. */
export const eventStreams: Plugin<Record<string, unknown>, Answering> = {
  onResultProcess({ result, request, serverContext: { line }, setResultProcessor }) {
    // What is refused before it begins is an answer like any other; a stream that is complete is not come back to.
    if (!isAsyncIterable(result)) {
      const takesEvents = /text\/event-stream/i.test(request.headers.get('accept') ?? '')
      if (takesEvents && 'errors' in result && !('data' in result))
        setResultProcessor(processRegularResult, 'application/json')
      return
    }
    if (!TAKES_EVENTS.test(request.headers.get('accept') ?? '*/*')) return
    line.results = result as AsyncIterable<ExecutionResult>
    setResultProcessor((_result, { Response }) => new Response(null), 'text/event-stream')
  },
}

/** How often a stream in which nothing happens says that it is there, and how long a reader may read nothing. */
const EVENT_TIMES = { aliveMs: 15_000, stallMs: 10_000 }

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  connection: 'close',
  'x-accel-buffering': 'no',
}

/**
 * GraphQL over server-sent events, one connection each: `next` for each result; `complete` where there is nothing to come
 * back for. In every other case the stream just ends: whoever comes back goes on where they were.
 */
export async function sendEvents(
  reply: FastifyReply,
  results: AsyncIterable<ExecutionResult>,
  stream: LiveStream,
  asking: Asking,
  { aliveMs, stallMs } = EVENT_TIMES,
): Promise<FastifyReply> {
  const { raw } = reply.hijack()
  const gone = () => stream.end('gone')
  raw.on('close', gone).on('error', gone)
  if (raw.destroyed) gone()
  raw.writeHead(200, { ...(reply.getHeaders() as OutgoingHttpHeaders), ...HEADERS })
  const alive = setInterval(() => {
    // Changes that were not for this reader move the place on as well.
    const id = stream.idleId
    if (!raw.writableNeedDrain) raw.write(id === null ? ':\n\n' : `:\nid: ${id}\n\n`)
  }, aliveMs)
  // The caller hears that the stream is open before anything happens.
  raw.write(':\n\n')
  try {
    for await (const result of results) {
      // Who went or is signed in no more since it was read is not told.
      if (stream.ended) break
      const errors = result.errors?.map((error) => inWords(error, true, asking))
      // What could not be told has no id: whoever comes back is told it then.
      raw.write(event(errors ? { ...result, errors } : result, errors ? null : stream.toldId))
      // One event at most waits for a reader: nothing more is read from the store until it is on its way.
      if (raw.writableNeedDrain) await drained(raw, stream, stallMs)
      if (errors || stream.ended) break
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) reply.log.error({ err: error }, 'a stream failed')
    raw.write(event({ errors: [inWords(error as GraphQLError, true, asking)] }))
  }
  if (stream.ended === 'signed-out') {
    raw.write(event({ errors: [inWords(requestError('UNAUTHENTICATED'), true, asking)] }))
  }
  if (stream.ended === 'signed-out' || stream.ended === 'complete') raw.write('event: complete\ndata:\n\n')
  clearInterval(alive)
  gone()
  raw.end()
  // Who reads again in time reads why it ended; a service that stops does not wait for them.
  setTimeout(() => raw.destroy(), stream.ended === 'slow' ? stallMs : END_MS).unref()
  return reply
}

/** How long the last words of a stream may take. */
const END_MS = 1000

/** Until what was written is on its way or the stream has ended; a reader who reads nothing for too long ends it. */
async function drained(raw: ServerResponse, stream: LiveStream, stallMs: number): Promise<void> {
  const stalled = AbortSignal.timeout(stallMs)
  await once(raw, 'drain', { signal: AbortSignal.any([stream.over, stalled]) }).catch(() => {})
  if (!stalled.aborted || !raw.writableNeedDrain || stream.ended) return
  stream.end('slow')
  throw requestError('STREAM_TOO_SLOW', { seconds: Math.round(stallMs / 1000) })
}

const event = (result: ExecutionResult, id: string | null = null): string =>
  `event: next\n${id === null ? '' : `id: ${id}\n`}data: ${JSON.stringify(result)}\n\n`
