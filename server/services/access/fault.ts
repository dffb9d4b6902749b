import { TooSoon } from './attempts.ts'

/** Why somebody does not come in; each has a sentence of its own in locales/<language>/errors.json. */
export type AccessFault =
  | 'SIGN_IN_REFUSED'
  | 'SIGN_IN_RAN_OUT'
  | 'CODE_WRONG'
  | 'CODE_USED'
  | 'PASSWORD_WEAK'
  | 'INVITATION_UNKNOWN'
  | 'INVITATION_USED'
  | 'INVITATION_EXPIRED'
  | 'PROVIDER_REFUSED'

/** Not what was asked for: a fault, or too many that failed. */
export type Refused = AccessFault | TooSoon

export const isRefused = (answer: unknown): answer is Refused => typeof answer === 'string' || answer instanceof TooSoon
