import {
  type Credentials,
  recoveryCodeOf,
  recoveryCodeUsedWrite,
  stepTakenWrite,
} from '../../../db/credential-queries.ts'
import type { SignInWay } from '../../../db/session-queries.ts'
import type { Write } from '../../../db/statement.ts'
import { codeOfStep } from '../../adapters/one-time-codes.ts'
import { unsealed } from '../../adapters/sealing.ts'
import { judgeCode, stepsAround } from '../../domain/access/one-time-code.ts'
import type { Instant } from '../../domain/kernel/instant.ts'
import type { Service } from '../service.ts'
import { sealingKey, secretHash, typedCode } from './secret-hash.ts'

/** A code that proves the second factor, and the write that uses it up. */
interface Proof {
  readonly how: SignInWay
  readonly write: Write
}

/** Steps of which a code is that of this secret. All are compared, so that the time tells nothing. */
export async function matchingSteps(secret: string, code: string, now: Instant): Promise<readonly number[]> {
  const matching: number[] = []
  for (const step of stepsAround(now)) if ((await codeOfStep(secret, step)) === code) matching.push(step)
  return matching
}

/** A code of the authenticator, or a recovery code. `used`: it was right, and was taken before. */
export async function secondFactor(
  service: Service,
  { account, totpSecret, lastStep }: Credentials,
  typed: string,
): Promise<Proof | 'wrong' | 'used'> {
  const now = service.clock.now()
  const code = typedCode(typed)
  if (/^[0-9]{6}$/.test(code)) {
    const secret = await unsealed(sealingKey(service), totpSecret)
    const judged = judgeCode(await matchingSteps(secret, code, now), lastStep)
    return typeof judged === 'number' ? { how: 'code', write: stepTakenWrite(account, judged) } : judged
  }
  const hash = secretHash(service, 'recovery', code)
  const found = await recoveryCodeOf(service.engine, account, hash)
  if (!found) return 'wrong'
  return found.usedAt ? 'used' : { how: 'recovery', write: recoveryCodeUsedWrite(account, hash, now) }
}
