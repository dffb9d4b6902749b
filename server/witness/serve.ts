import { chmodSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isForeign } from './foreign.ts'
import type { Keeper, Reply } from './keeper.ts'

/** A checkpoint, its proof and every cosignature are far smaller. */
const MOST_BYTES = 64_000

/** Where a signer or witness listens: a port of this machine, or a socket that file rights protect. */
export type Listening = { readonly port: number; readonly host?: string } | { readonly socket: string }

export interface Served {
  /** `http://host:port`, or `unix:/path`. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** `GET /key` says the public key; `POST /add-checkpoint` signs, or says why not. No page of a website may ask. */
export async function serveKeeper(keeper: Keeper, where: Listening): Promise<Served> {
  const server = createServer((request, response) => {
    void replyTo(keeper, request)
      .catch((): Reply => ({ status: 500, text: 'it could not be signed\n' }))
      .then(({ status, text, type = 'text/plain; charset=utf-8' }) => {
        response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(text)
      })
  })
  server.requestTimeout = 10_000
  const url = await listen(server, where)
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          keeper.close()
          resolve()
        })
        server.closeAllConnections()
      }),
  }
}

async function replyTo(keeper: Keeper, request: IncomingMessage): Promise<Reply> {
  if (isForeign(request.headers, keeper.isSigner)) return { status: 403, text: 'not asked from here\n' }
  if (request.method === 'GET' && request.url === '/key') return { status: 200, text: `${keeper.key}\n` }
  if (request.method !== 'POST' || request.url !== '/add-checkpoint') return { status: 404, text: 'nothing here\n' }
  let body = ''
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk
    if (body.length > MOST_BYTES) return { status: 413, text: 'too long\n' }
  }
  return keeper.answer(body)
}

async function listen(server: Server, where: Listening): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    if ('socket' in where) {
      // A socket of a process that was killed is still there as a file.
      rmSync(where.socket, { force: true })
      server.listen(where.socket, resolve)
    } else server.listen(where.port, where.host ?? '127.0.0.1', resolve)
  })
  if ('socket' in where) {
    if (process.platform !== 'win32') chmodSync(where.socket, 0o660)
    return `unix:${where.socket}`
  }
  const { port } = server.address() as AddressInfo
  return `http://${where.host ?? '127.0.0.1'}:${port}`
}
