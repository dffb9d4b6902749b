import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Server } from './servers.ts'

/** One question as it goes over the wire. */
export interface Call {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

interface Answer {
  readonly status: number
  readonly text: string
}

// Who waits unused is let go before the server does it, amid a question.
const agent = new Agent({ keepAlive: true, timeout: 20_000 })

/** Asks once; an answer other than 200 ends the run. */
export async function ask(server: Server, call: Call): Promise<string> {
  const { status, text } = await send(server, call)
  if (status === 200) return text
  throw new Error(`${call.path} answered ${status}: ${text.slice(0, 500)}`)
}

/** Sends once, over a connection that is kept, and takes whatever comes. */
export const send = ({ port }: Server, { path, headers, body }: Call): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const length = { 'content-length': Buffer.byteLength(body) }
    const options = { agent, host: '127.0.0.1', port, path, method: 'POST', headers: { ...headers, ...length } }
    const sent = request(options, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })

/** What one round cost: CPU of the server for a request, in microseconds, and requests answered in a second. */
export interface Cost {
  readonly cpu: number
  readonly perSecond: number
}

/** Sends all calls, `atOnce` at a time; every answer must contain `needs`. */
export async function round(server: Server, calls: readonly Call[], atOnce: number, needs: string): Promise<Cost> {
  const waiting = calls.values()
  const officer = async () => {
    for (const call of waiting) {
      const text = await ask(server, call)
      if (!text.includes(needs)) throw new Error(`${call.path} ${call.body}: ${text.slice(0, 500)}`)
    }
  }
  const before = await server.read()
  const began = performance.now()
  await Promise.all(Array.from({ length: atOnce }, officer))
  const seconds = (performance.now() - began) / 1000
  const after = await server.read()
  return { cpu: (after.cpu - before.cpu) / calls.length, perSecond: calls.length / seconds }
}

/** The first answer of a server that is starting; one that ends instead ends the run. */
export async function firstAnswer(server: Server, call: Call): Promise<string> {
  for (;;) {
    if (server.hasEnded) throw new Error('a server ended before it answered')
    try {
      return await ask(server, call)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ECONNREFUSED') throw error
      await pause(5)
    }
  }
}
