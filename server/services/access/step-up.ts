import { credentialsOf } from '../../../db/credential-queries.ts'
import { stepUpWrite } from '../../../db/session-queries.ts'
import { steppedUpUntil } from '../../domain/access/assurance.ts'
import type { SessionId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/instant.ts'
import type { Service } from '../service.ts'
import type { Account } from '../sign-in.ts'
import { attemptSucceeded, takeAttempt } from './attempts.ts'
import type { Refused } from './fault.ts'
import { secondFactor } from './second-factor.ts'
import { factorOf } from './sign-in-steps.ts'

/** Proves the second factor anew, for the acts that ask for it: until when it counts. */
export async function stepUp(
  service: Service,
  { account, session }: Account & { readonly session: SessionId },
  code: string,
  network: string,
): Promise<{ readonly until: Instant } | Refused> {
  const trying = factorOf(account, network)
  const tooSoon = await takeAttempt(service, trying)
  if (tooSoon) return tooSoon
  const found = await credentialsOf(service.engine, account)
  const proof = found ? await secondFactor(service, found.credentials, code) : 'wrong'
  if (proof === 'wrong') return 'CODE_WRONG'
  if (proof === 'used') return 'CODE_USED'
  const now = service.clock.now()
  const writes = [proof.write, stepUpWrite(session, now), ...attemptSucceeded(service, trying)]
  const lost = await service.engine.commit(writes)
  const until = steppedUpUntil(now, now)
  if (lost === null && until) return { until }
  return lost === 'repeated' ? 'CODE_USED' : 'SIGN_IN_RAN_OUT'
}
