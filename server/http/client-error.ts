import type { Socket } from 'node:net'
import { say } from '../../locales/index.ts'
import type { ErrorCode } from './answer-error.ts'

const ANSWERS: Readonly<Record<string, readonly [number, string, ErrorCode]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'REQUEST_TIMEOUT'],
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'BAD_REQUEST'],
}

/** What never became a request is answered on the bare connection, in English: its headers were not read. */
export function clientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const [status, reason, code] = ANSWERS[error.code ?? ''] ?? [400, 'Bad Request', 'BAD_REQUEST']
  const message = say({ language: 'en', offsetMinutes: 0 }, `errors:${code}`)
  const body = JSON.stringify({ errors: [{ message, extensions: { code } }] })
  const head = [
    `HTTP/1.1 ${status} ${reason}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    'Connection: close',
  ]
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.destroySoon()
}
