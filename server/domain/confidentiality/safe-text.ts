import type { Brand } from '../kernel/brand.ts'

/** Text that has passed the guard, as it is stored: Unicode NFC, at most 280 characters. Only guard.ts can make one. */
export type SafeText = Brand<string, 'SafeText'>

/** The longest note, in Unicode code points. */
export const NOTE_LENGTH = 280
