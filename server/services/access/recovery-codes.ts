import { recoveryCodesWrites } from '../../../db/credential-queries.ts'
import type { Write } from '../../../db/statement.ts'
import { randomCode } from '../../chance.ts'
import type { AccountId } from '../../domain/kernel/ids.ts'
import type { Service } from '../service.ts'
import { secretHash, typedCode } from './secret-hash.ts'

const HOW_MANY = 10

/** Ten codes for the day the authenticator is lost: shown once, kept as hashes, each good for one time. */
export function newRecoveryCodes(
  service: Service,
  account: AccountId,
): { readonly codes: readonly string[]; readonly writes: readonly Write[] } {
  const codes = Array.from({ length: HOW_MANY }, () => randomCode(2))
  const hashes = codes.map((code) => secretHash(service, 'recovery', typedCode(code)))
  return { codes, writes: recoveryCodesWrites(account, hashes) }
}
