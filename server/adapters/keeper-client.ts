import { request } from 'node:http'
import { request as secureRequest } from 'node:https'
import { readLines, type SignatureLine } from '../domain/journal/checkpoint.ts'
import type { Hash } from '../domain/journal/tree.ts'
import { askText } from './keeper-protocol.ts'
import { type Verifier, verifierOf } from './notes.ts'

/** How long a signer or witness may take. */
const WAIT_MS = 5000
/** Nothing that is asked for is longer. */
const MOST_BYTES = 64_000

/** `signed`: its lines, not yet checked. `behind`: it signed a tree of this size last. `absent`: nobody answered. */
export type KeeperAnswer =
  | { readonly kind: 'signed'; readonly lines: readonly SignatureLine[] }
  | { readonly kind: 'behind'; readonly size: number }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'absent' }

export interface KeeperClient {
  readonly key: () => Promise<Verifier | null>
  readonly sign: (old: number, proof: readonly Hash[], checkpoint: string) => Promise<KeeperAnswer>
}

/** Talks to a signer or witness at `http://…`, `https://…` or `unix:/path`. What it says is checked by who asked. */
export const keeperClient = (url: string): KeeperClient => ({
  async key() {
    const reply = await ask(url, 'GET', '/key', '').catch(() => null)
    return reply?.status === 200 ? verifierOf(reply.text) : null
  },
  async sign(old, proof, checkpoint) {
    const reply = await ask(url, 'POST', '/add-checkpoint', askText(old, proof, checkpoint)).catch(() => null)
    if (!reply) return { kind: 'absent' }
    const lines = reply.status === 200 ? readLines(reply.text) : null
    if (lines) return { kind: 'signed', lines }
    const isSize = reply.status === 409 && /^(0|[1-9]\d{0,14})\n$/.test(reply.text)
    return isSize ? { kind: 'behind', size: Number(reply.text) } : { kind: 'refused', status: reply.status }
  },
})

function ask(url: string, method: string, path: string, body: string): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const socket = url.startsWith('unix:')
    const options = { method, timeout: WAIT_MS, agent: false as const, signal: AbortSignal.timeout(WAIT_MS) }
    const send = url.startsWith('https:') ? secureRequest : request
    const sent = socket
      ? request({ ...options, socketPath: url.slice('unix:'.length), path })
      : send(`${url.replace(/\/$/, '')}${path}`, options)
    sent.once('error', reject)
    sent.once('response', (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
        if (text.length > MOST_BYTES) sent.destroy(new Error('the answer is too long'))
      })
      answer.once('error', reject).once('end', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    sent.end(body)
  })
}
