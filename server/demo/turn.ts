import type { Role } from '../domain/cases/roles.ts'
import type { Side } from '../domain/kernel/country.ts'
import type { ActionName } from '../domain/procedures/action-names.ts'
import type { Writing } from './entries.ts'

export type Entered = Readonly<Record<string, unknown>>

/** One act of a script: who does it, how many days after the one before, and what is entered otherwise than usual. */
export interface Turn {
  readonly side: Side
  readonly role: Role
  readonly action: ActionName
  readonly days: number
  readonly enters: (writing: Writing) => Entered
}

export const turn = (
  side: Side,
  role: Role,
  action: ActionName,
  enters: Entered | ((writing: Writing) => Entered) = {},
  days = 1,
): Turn => ({ side, role, action, days, enters: typeof enters === 'function' ? enters : () => enters })
