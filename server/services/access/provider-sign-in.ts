import { accountOfIdentity, identityWrite } from '../../../db/identity-queries.ts'
import { invitationById } from '../../../db/invitation-queries.ts'
import { ticketUsedWrite } from '../../../db/ticket-queries.ts'
import { authorizationUrl, type Vouched, vouchedFor } from '../../adapters/openid.ts'
import { ProviderFault } from '../../adapters/openid-metadata.ts'
import { randomProof } from '../../chance.ts'
import { steppedUpUntil } from '../../domain/access/assurance.ts'
import type { CountryCode } from '../../domain/kernel/country.ts'
import type { InvitationId } from '../../domain/kernel/ids.ts'
import { type Instant, instantOf, MINUTE } from '../../domain/kernel/instant.ts'
import { refreshStaff } from '../attendance.ts'
import type { Service } from '../service.ts'
import { attemptSucceeded, type Trying, takeAttempt } from './attempts.ts'
import type { AccessFault, Refused } from './fault.ts'
import { mustCommit } from './must-commit.ts'
import { arrivalOf, invitationOfCode, openInvitation } from './redeem-invitation.ts'
import { secretHash, typedCode } from './secret-hash.ts'
import { newSession, type SignedIn } from './sessions.ts'
import { newTicket, ticketOf } from './tickets.ts'

/** The identity provider of a country, as this service is its client. */
export interface CountryProvider {
  readonly country: CountryCode
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
}

/** A sign-in that is begun counts as one that failed, of its network, until somebody comes back from it. */
const atProvider = (network: string): Trying => ({ kind: 'provider', network })

/** Where to sign in, and the ticket that the same browser must bring back. With an invitation, the account is made on return. */
export async function beginAtProvider(
  service: Service,
  provider: CountryProvider,
  code: string | null,
  network: string,
): Promise<{ readonly url: string; readonly ticket: string; readonly expiresAt: Instant } | Refused> {
  const trying = code === null ? atProvider(network) : ({ kind: 'invitation', at: typedCode(code), network } as const)
  const tooSoon = await takeAttempt(service, trying)
  if (tooSoon) return tooSoon
  const invitation = code === null ? null : await invitationOfCode(service, code)
  if (typeof invitation === 'string') return invitation
  if (invitation && invitation.country !== provider.country) return 'INVITATION_UNKNOWN'
  if (invitation) await mustCommit(service, attemptSucceeded(service, trying))
  const round = { state: randomProof(), nonce: randomProof(), verifier: randomProof() }
  const url = await authorizationUrl(
    provider,
    { ...round, redirectUri: provider.redirectUri },
    service.clock.now(),
  ).catch(asRefused)
  if (typeof url === 'object') return url.refused
  const content = { ...round, invitation: invitation?.id ?? '' }
  const { shown, write } = newTicket(service, { kind: 'oidc', subject: provider.country, content })
  await mustCommit(service, [write])
  return { url, ...shown }
}

/** Back from the provider: what it vouches for is looked at, and is the account that came in by this identity. */
export async function finishAtProvider(
  service: Service,
  provider: CountryProvider,
  back: { readonly ticket: string; readonly state: string; readonly code: string },
  network: string,
): Promise<SignedIn | Refused> {
  const ticket = await ticketOf(service, 'oidc', back.ticket)
  if (!ticket?.content || ticket.subject !== provider.country) return 'SIGN_IN_RAN_OUT'
  // Used up before anything is asked: a second one with the same ticket finds none.
  if (await service.engine.commit([ticketUsedWrite(ticket.hash)])) return 'SIGN_IN_RAN_OUT'
  const { state = '', nonce = '', verifier = '', invitation = '' } = ticket.content
  if (back.state !== state) return 'PROVIDER_REFUSED'
  const round = { state, nonce, verifier, redirectUri: provider.redirectUri }
  const vouched = await vouchedFor(provider, round, back.code, service.clock.now()).catch(asRefused)
  if ('refused' in vouched) return vouched.refused
  const subject = secretHash(service, 'identity', `${provider.issuer} ${vouched.subject}`)
  return invitation
    ? arriveByProvider(service, invitation as InvitationId, subject, vouched)
    : enterByProvider(service, provider.country, subject, vouched, network)
}

async function enterByProvider(
  service: Service,
  country: CountryCode,
  subject: string,
  vouched: Vouched,
  network: string,
) {
  const found = await accountOfIdentity(service.engine, subject)
  if (!found || found.country !== country) return 'PROVIDER_REFUSED' satisfies AccessFault
  const { signedIn, write } = newSession(service, found, 'oidc', provedAt(service, vouched))
  await mustCommit(service, [write, ...attemptSucceeded(service, atProvider(network))])
  return signedIn
}

async function arriveByProvider(service: Service, id: InvitationId, subject: string, vouched: Vouched) {
  const invitation = await openInvitation(service, await invitationById(service.engine, id))
  if (typeof invitation === 'string') return invitation
  const { account, writes } = arrivalOf(service, invitation)
  const now = service.clock.now()
  const { signedIn, write } = newSession(service, { ...invitation, account }, 'oidc', provedAt(service, vouched))
  const lost = await service.engine.commit([...writes, identityWrite(subject, account, now), write])
  if (lost) return lost === 'repeated' ? 'INVITATION_USED' : ('PROVIDER_REFUSED' satisfies AccessFault)
  await refreshStaff(service)
  await service.live.checkSignedIn()
  return signedIn
}

/** Clocks of two houses differ by so much. */
const CLOCKS_DIFFER = MINUTE

/** It counts as a second factor where the provider says that the officer proved themselves just now. */
function provedAt({ clock }: Service, { authenticatedAt }: Vouched): Instant | null {
  const now = clock.now()
  if (authenticatedAt === null || authenticatedAt > Date.parse(now) + CLOCKS_DIFFER) return null
  const at = instantOf(Math.min(authenticatedAt, Date.parse(now)))
  return steppedUpUntil(at, now) && at
}

function asRefused(error: unknown): { readonly refused: AccessFault } {
  if (error instanceof ProviderFault) return { refused: 'PROVIDER_REFUSED' }
  throw error
}
