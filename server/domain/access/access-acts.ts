import type { Role } from '../cases/roles.ts'

/** Acts about who comes in, and who may do them, of the own country alone. */
export const accessRoles = {
  inviteOfficer: ['admin'],
  renewAccess: ['admin'],
  revokeInvitation: ['admin'],
  revokeAccount: ['admin'],
  createApiKey: ['admin'],
  rotateApiKey: ['admin'],
  revokeApiKey: ['admin'],
} as const satisfies Record<string, readonly Role[]>
export type AccessActName = keyof typeof accessRoles

export const accessActNames = Object.keys(accessRoles) as readonly AccessActName[]

/** Every kind of journal entry about who comes in: those acts, accounts that the operator makes, and the coming in itself. */
export type AccessEntryKind = AccessActName | 'createAccount' | 'redeemInvitation'
