import type { ActionName } from '../procedures/action-names.ts'

/**
 * What a key may do. `officer`: what the account may, but no act that asks for a second factor. `read`: ask, and do nothing.
 * `acts`: those named, with nobody at it. `unattended`: all that the account may, with nobody at it; the operator alone makes one.
 */
export type KeyScope =
  | { readonly kind: 'officer' }
  | { readonly kind: 'read' }
  | { readonly kind: 'acts'; readonly acts: readonly ActionName[] }
  | { readonly kind: 'unattended' }

export const officerKey: KeyScope = { kind: 'officer' }
export const unattendedKey: KeyScope = { kind: 'unattended' }

/** Four eyes are those of persons: a system of a country never reviews. */
export const notForSystems: ReadonlySet<ActionName> = new Set(['reviewRequest', 'reviewNote'])
