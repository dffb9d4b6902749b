import { accountById, accountWrite, holdAccountWrite } from '../../../db/account-queries.ts'
import { shutOutWrites } from '../../../db/account-revocation.ts'
import { credentialsWrites } from '../../../db/credential-queries.ts'
import {
  invitationByHash,
  invitationById,
  invitationUsedWrite,
  revokeInvitationsWrite,
} from '../../../db/invitation-queries.ts'
import { journalWrites } from '../../../db/journal-writes.ts'
import type { Write } from '../../../db/statement.ts'
import { ticketUsedWrite } from '../../../db/ticket-queries.ts'
import { sha256 } from '../../adapters/hashing.ts'
import { authenticatorUrl, typedSecret } from '../../adapters/one-time-codes.ts'
import { hashPassword } from '../../adapters/passwords.ts'
import { sealed, unsealed } from '../../adapters/sealing.ts'
import { momentOf, randomSalt, randomTotpSecret } from '../../chance.ts'
import { accessEntryOf } from '../../domain/access/access-entry.ts'
import { type Invitation, stateOf } from '../../domain/access/invitation.ts'
import { isGoodPassword } from '../../domain/access/password-rule.ts'
import type { AccountId, InvitationId, JournalId } from '../../domain/kernel/ids.ts'
import { refreshStaff } from '../attendance.ts'
import type { Service } from '../service.ts'
import { attemptSucceeded, takeAttempt } from './attempts.ts'
import type { AccessFault, Refused } from './fault.ts'
import { mustCommit } from './must-commit.ts'
import { newRecoveryCodes } from './recovery-codes.ts'
import { matchingSteps } from './second-factor.ts'
import { sealingKey, secretHash, typedCode } from './secret-hash.ts'
import { newSession, type SignedIn } from './sessions.ts'
import { newTicket, ticketOf } from './tickets.ts'

/** The invitation, or what is the matter with it. Whoever holds the code may know. */
export async function openInvitation(service: Service, found: Invitation | null): Promise<Invitation | AccessFault> {
  const state = found && stateOf(found, service.clock.now())
  if (!found || !state) return 'INVITATION_UNKNOWN'
  if (state === 'expired') return 'INVITATION_EXPIRED'
  const hasEnded = async (account: AccountId | null) =>
    account !== null && (await accountById(service.engine, account))?.revokedAt
  const withdrawn = (await hasEnded(found.account)) || (await hasEnded(found.invitedBy))
  return state === 'open' && !withdrawn ? found : 'INVITATION_USED'
}

export const invitationOfCode = async (service: Service, code: string) =>
  openInvitation(service, await invitationByHash(service.engine, secretHash(service, 'invitation', typedCode(code))))

/** First half: the code is good, the password is chosen, the authenticator gets its secret. Nothing is used up yet. */
export async function beginRedeeming(service: Service, code: string, password: string, network: string) {
  const trying = { kind: 'invitation', at: typedCode(code), network } as const
  const tooSoon = await takeAttempt(service, trying)
  if (tooSoon) return tooSoon
  const invitation = await invitationOfCode(service, code)
  if (typeof invitation === 'string') return invitation
  // Who holds a code guesses nothing.
  await mustCommit(service, attemptSucceeded(service, trying))
  if (!isGoodPassword(password, invitation.name)) return 'PASSWORD_WEAK' satisfies AccessFault
  const secret = randomTotpSecret()
  const content = {
    password: await hashPassword(password),
    secret: await sealed(sealingKey(service), secret),
  }
  const { shown, write } = newTicket(service, { kind: 'enrolment', subject: invitation.id, content })
  await mustCommit(service, [write])
  const totp = { secret: typedSecret(secret), url: authenticatorUrl(secret, invitation.name) }
  return { account: invitation.name, ...shown, totp }
}

/** Second half: a first code shows that the authenticator works. Account, codes and session are made in one commit. */
export async function finishRedeeming(
  service: Service,
  shown: string,
  code: string,
  network: string,
): Promise<(SignedIn & { readonly recoveryCodes: readonly string[] }) | Refused> {
  const ticket = await ticketOf(service, 'enrolment', shown)
  if (!ticket?.content) return 'SIGN_IN_RAN_OUT'
  const trying = { kind: 'enrolment', at: ticket.hash, network } as const
  const tooSoon = await takeAttempt(service, trying)
  if (tooSoon) return tooSoon
  const invitation = await openInvitation(service, await invitationById(service.engine, ticket.subject as InvitationId))
  if (typeof invitation === 'string') return invitation
  const { password = '', secret: totpSecret = '' } = ticket.content
  const at = momentOf(service.clock)
  const steps = await matchingSteps(await unsealed(sealingKey(service), totpSecret), typedCode(code), at.now)
  const lastStep = steps.at(-1)
  if (lastStep === undefined) return 'CODE_WRONG'
  const { account, writes: arrival } = arrivalOf(service, invitation)
  const recovery = newRecoveryCodes(service, account)
  const { signedIn, write } = newSession(service, { ...invitation, account }, 'code', at.now)
  const lost = await service.engine.commit([
    ticketUsedWrite(ticket.hash),
    ...arrival,
    ...credentialsWrites({ account, password, totpSecret, lastStep }, at.now),
    ...recovery.writes,
    write,
    ...attemptSucceeded(service, trying),
  ])
  if (lost) return lost === 'repeated' ? 'INVITATION_USED' : 'SIGN_IN_RAN_OUT'
  await refreshStaff(service)
  await service.live.checkSignedIn()
  return { ...signedIn, recoveryCodes: recovery.codes }
}

/** The invitation is used up, by a new account or by one whose officer comes in anew, and the journal has it. */
export function arrivalOf(
  service: Service,
  invitation: Invitation,
): { readonly account: AccountId; readonly writes: readonly Write[] } {
  const at = momentOf(service.clock)
  const { id, office, role, country } = invitation
  const account = invitation.account ?? (at.newId() as AccountId)
  const said = { type: 'Account' as const, id: account, office, role }
  const by = { account, office, country, role }
  const sealing = { salt: randomSalt, sha256 }
  const entry = accessEntryOf(at.randomId() as JournalId, 'redeemInvitation', said, by, at.now, sealing)
  return {
    account,
    writes: [
      ...(invitation.account
        ? [
            holdAccountWrite(account),
            invitationUsedWrite(id, account, at.now),
            revokeInvitationsWrite(account, at.now),
            ...shutOutWrites(account, at.now),
          ]
        : [
            invitationUsedWrite(id, account, at.now),
            accountWrite({ ...invitation, account }, service.fictitious, at.now),
          ]),
      ...journalWrites(entry),
    ],
  }
}
