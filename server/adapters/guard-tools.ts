import type { GuardTools } from '../domain/confidentiality/guard.ts'
import { isTelephone } from './telephones.ts'
import { zawgyiProbability, zawgyiToUnicode } from './zawgyi.ts'

/** What packages do for the guard. */
export const guardTools: GuardTools = { isTelephone, zawgyiProbability, zawgyiToUnicode }
