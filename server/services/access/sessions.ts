import {
  openSessions,
  revokeSessionsWrite,
  revokeSessionWrite,
  type SignInWay,
  sessionWrite,
} from '../../../db/session-queries.ts'
import type { Write } from '../../../db/statement.ts'
import { momentOf, randomToken } from '../../chance.ts'
import { SESSION_IDLE, SESSION_LASTS } from '../../domain/access/lifetimes.ts'
import type { AccountId, OfficeId, SessionId } from '../../domain/kernel/ids.ts'
import { type Instant, plus } from '../../domain/kernel/instant.ts'
import type { Service } from '../service.ts'
import { mustCommit } from './must-commit.ts'
import { secretHash } from './secret-hash.ts'

/** What somebody who signed in takes along. The token is here and nowhere else. */
export interface SignedIn {
  readonly account: string
  readonly office: OfficeId
  readonly token: string
  readonly session: SessionId
  readonly expiresAt: Instant
}

/** A session bound to the account's office, and the write that makes it. */
export function newSession(
  service: Service,
  of: { readonly account: AccountId; readonly name: string; readonly office: OfficeId },
  how: SignInWay,
  /** When the second factor was proved. */
  steppedUpAt: Instant | null,
): { readonly signedIn: SignedIn; readonly write: Write } {
  const { now, newId } = momentOf(service.clock)
  const token = randomToken('mls')
  const session = {
    id: newId() as SessionId,
    hash: secretHash(service, 'session', token),
    account: of.account,
    office: of.office,
    how,
    createdAt: now,
    seenAt: now,
    expiresAt: plus(now, SESSION_LASTS),
    steppedUpAt,
  }
  const { id, expiresAt } = session
  const signedIn = { account: of.name, office: of.office, token, session: id, expiresAt }
  return { signedIn, write: sessionWrite(session) }
}

/** Where an account is signed in now. */
export const ownSessions = (service: Service, account: AccountId) => {
  const now = service.clock.now()
  return openSessions(service.engine, account, now, plus(now, -SESSION_IDLE))
}

/** Ends one session of an account, and what listens with it; false where it has none of this id. */
export async function endSession(service: Service, account: AccountId, session: SessionId): Promise<boolean> {
  const lost = await service.engine.commit([revokeSessionWrite(account, session, service.clock.now())])
  await service.live.checkSignedIn()
  return lost === null
}

/** Ends all sessions of an account, this one as well. */
export async function endSessions(service: Service, account: AccountId): Promise<void> {
  await mustCommit(service, [revokeSessionsWrite(account, service.clock.now())])
  await service.live.checkSignedIn()
}
