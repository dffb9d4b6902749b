import type { FastifyReply } from 'fastify'

/** An answer is data: a browser that shows it as a page may load, run and send nothing. */
const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': NOTHING,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const

/** A year; where the service is reached by https, browsers must not try without. */
const HTTPS_ONLY = 'max-age=31536000; includeSubDomains'

/** On every answer, whatever it is. */
export function securityHeaders(reply: FastifyReply, publicUrl: string | undefined): FastifyReply {
  reply.headers(HEADERS)
  if (publicUrl?.startsWith('https:')) reply.header('strict-transport-security', HTTPS_ONLY)
  return reply
}

/** A page with scripts of its own files only, and workers that these make; nothing comes from elsewhere. */
export const PAGE_POLICY = [
  NOTHING,
  "script-src 'self'",
  // The editor writes its styles into the page.
  "style-src 'unsafe-inline'",
  'worker-src blob:',
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
].join('; ')
