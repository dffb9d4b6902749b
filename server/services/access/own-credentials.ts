import { credentialsOf, passwordWrite } from '../../../db/credential-queries.ts'
import { revokeSessionsWrite } from '../../../db/session-queries.ts'
import { dropSecondStepsWrite } from '../../../db/ticket-queries.ts'
import { hashPassword, isPassword } from '../../adapters/passwords.ts'
import { isGoodPassword } from '../../domain/access/password-rule.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import type { Service } from '../service.ts'
import type { Account } from '../sign-in.ts'
import { attemptSucceeded, takeAttempt } from './attempts.ts'
import type { Refused } from './fault.ts'
import { mustCommit } from './must-commit.ts'
import { newRecoveryCodes } from './recovery-codes.ts'

type Own = Account & { readonly session: SessionId }

/** Another password, for whoever knows the present one: all other sessions, and what half a sign-in began, end with the old one. */
export async function changePassword(
  service: Service,
  { account, name, session }: Own,
  { password, newPassword }: { readonly password: string; readonly newPassword: string },
  network: string,
): Promise<{ readonly changed: true } | Refused> {
  const trying = { kind: 'password', at: name, network } as const
  const tooSoon = await takeAttempt(service, trying)
  if (tooSoon) return tooSoon
  const found = await credentialsOf(service.engine, account)
  if (!found || !(await isPassword(found.credentials.password, password))) return 'SIGN_IN_REFUSED'
  if (!isGoodPassword(newPassword, name)) return 'PASSWORD_WEAK'
  const now = service.clock.now()
  const lost = await service.engine.commit([
    passwordWrite(account, found.credentials.password, await hashPassword(newPassword), now),
    dropSecondStepsWrite(account),
    revokeSessionsWrite(account, now, session),
    ...attemptSucceeded(service, trying),
  ])
  if (lost) return 'SIGN_IN_REFUSED'
  await service.live.checkSignedIn()
  return { changed: true }
}

/** Ten new recovery codes; what was printed before is worth nothing any more. */
export async function renewRecoveryCodes(service: Service, { account }: Own): Promise<readonly string[]> {
  const { codes, writes } = newRecoveryCodes(service, account)
  await mustCommit(service, writes)
  return codes
}
