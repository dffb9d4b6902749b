import { credentialsByName, credentialsOf, holdPasswordWrite } from '../../../db/credential-queries.ts'
import { ticketUsedWrite } from '../../../db/ticket-queries.ts'
import { isPassword } from '../../adapters/passwords.ts'
import type { AccountId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/instant.ts'
import type { Service } from '../service.ts'
import { attemptSucceeded, type Trying, takeAttempt } from './attempts.ts'
import type { Refused } from './fault.ts'
import { secondFactor } from './second-factor.ts'
import { newSession, type SignedIn } from './sessions.ts'
import { newTicket, ticketOf } from './tickets.ts'

/** The first step. Whether there is such an account cannot be told from the answer, nor from how long it takes. */
export async function checkPassword(
  service: Service,
  { account, password, network }: { readonly account: string; readonly password: string; readonly network: string },
): Promise<{ readonly ticket: string; readonly expiresAt: Instant } | Refused> {
  const trying = { kind: 'password', at: account, network } as const
  const tooSoon = await takeAttempt(service, trying)
  if (tooSoon) return tooSoon
  const found = await credentialsByName(service.engine, account)
  if (!(await isPassword(found?.credentials.password ?? null, password)) || !found) return 'SIGN_IN_REFUSED'
  const { shown, write } = newTicket(service, { kind: 'second-step', subject: found.of.account, content: null })
  // The password may have been changed while it was compared.
  const writes = [holdPasswordWrite(found.credentials), write, ...attemptSucceeded(service, trying)]
  return (await service.engine.commit(writes)) === null ? shown : 'SIGN_IN_REFUSED'
}

/** Attempts at the second factor are counted apart: whoever knows the password must not start them anew with it. */
export const factorOf = (account: AccountId, network: string): Trying => ({ kind: 'second step', at: account, network })

/** The second step: a code of the authenticator or a recovery code makes the session. */
export async function finishSignIn(
  service: Service,
  shown: string,
  code: string,
  network: string,
): Promise<SignedIn | Refused> {
  const ticket = await ticketOf(service, 'second-step', shown)
  if (!ticket) return 'SIGN_IN_RAN_OUT'
  const trying = factorOf(ticket.subject as AccountId, network)
  const tooSoon = await takeAttempt(service, trying)
  if (tooSoon) return tooSoon
  const found = await credentialsOf(service.engine, ticket.subject as AccountId)
  if (!found) return 'SIGN_IN_RAN_OUT'
  const proof = await secondFactor(service, found.credentials, code)
  if (proof === 'wrong') return 'CODE_WRONG'
  if (proof === 'used') return 'CODE_USED'
  const { signedIn, write } = newSession(service, found.of, proof.how, service.clock.now())
  const writes = [
    holdPasswordWrite(found.credentials),
    proof.write,
    ticketUsedWrite(ticket.hash),
    write,
    ...attemptSucceeded(service, trying),
  ]
  const lost = await service.engine.commit(writes)
  if (lost === null) return signedIn
  return lost === 'repeated' ? 'CODE_USED' : 'SIGN_IN_RAN_OUT'
}
