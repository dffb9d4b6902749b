import { refuse } from '../kernel/problem.ts'
import { caseAction } from './act.ts'
import { verificationFields } from './inputs.ts'

/**
 * Records whether the person is a national or permanent resident (ACTIP 15(3)). Identity itself was matched elsewhere:
 * only the day and the office, one of the requesting country, are kept. Refuses REASON_REQUIRED and half a match.
 */
export const recordVerification = caseAction(
  'recordVerification',
  'The country of return records the verification of nationality or residence.',
  verificationFields,
  (file, { result, reason, identityMatchedOn, identityMatchedWith }, { world }) => {
    const unsettled = result === 'not-confirmed' || result === 'inconclusive'
    if (unsettled && !reason) return refuse('REASON_REQUIRED', {}, ['reason'])
    if ((identityMatchedOn === null) !== (identityMatchedWith === null)) {
      const missing = identityMatchedOn === null ? 'identityMatchedOn' : 'identityMatchedWith'
      return refuse('IDENTITY_MATCH_INCOMPLETE', {}, [missing])
    }
    if (identityMatchedWith && world.offices.get(identityMatchedWith)?.country !== file.requestingCountry)
      return refuse('OFFICE_LACKS_ROLE', {}, ['identityMatchedWith'])
    return { result }
  },
)
