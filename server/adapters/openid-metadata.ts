import { z } from 'zod'
import { type Instant, MINUTE, plus } from '../domain/kernel/instant.ts'

/** A provider that does not answer, or answers something else than it should. */
export class ProviderFault extends Error {}

const ANSWERS_WITHIN_MS = 10_000
/** So long what a provider says of itself is kept: a thousand sign-ins that are begun are not a thousand questions to it. */
const KEPT_MS = 10 * MINUTE

const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
})
type Metadata = z.infer<typeof metadata>

/** By issuer: as many as there are countries. */
const kept = new Map<string, { readonly found: Metadata; readonly since: Instant }>()

export async function read(url: string): Promise<unknown> {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) })
  if (!answer.ok) throw new ProviderFault(`status ${answer.status}`)
  return answer.json()
}

/** Where a provider takes what: asked anew after some minutes; what is not as it should be is not kept. */
export async function discover(issuer: string, now: Instant): Promise<Metadata> {
  const known = kept.get(issuer)
  if (known && known.since <= now && now < plus(known.since, KEPT_MS)) return known.found
  const found = metadata.parse(await read(`${issuer}/.well-known/openid-configuration`))
  if (found.issuer.replace(/\/$/, '') !== issuer) throw new ProviderFault('another issuer')
  kept.set(issuer, { found, since: now })
  return found
}
