import { readdirSync, readFileSync } from 'node:fs'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sha256 } from '../adapters/hashing.ts'
import { answerError } from './answer-error.ts'

const FOLDER = new URL('../../schema/documents/', import.meta.url)

/** What the release itself asks, by the identifiers of GraphQL over HTTP: `sha256:` and the hash of the file. */
export const trustedDocuments: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.graphql'))
    .map((name) => readFileSync(new URL(name, FOLDER), 'utf8').replaceAll('\r\n', '\n'))
    .map((text) => [`sha256:${sha256(text)}`, text]),
)

/** `documentId` in place of `query`: over a poor line a queue is asked for in 100 bytes. The limits are the same. */
export async function trustedDocument(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
  const { documentId, ...rest } = (request.body ?? {}) as { readonly documentId?: unknown; readonly query?: unknown }
  if (documentId === undefined || rest.query !== undefined) return undefined
  const query = typeof documentId === 'string' ? trustedDocuments.get(documentId) : undefined
  if (query === undefined) return answerError(request, reply, 400, 'UNKNOWN_DOCUMENT')
  request.body = { ...rest, query }
  return undefined
}
