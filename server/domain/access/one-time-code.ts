import type { Instant } from '../kernel/instant.ts'

/** Codes of RFC 6238: one every half minute; the one before and the one after are taken as well, because clocks differ. */
const STEP_MS = 30_000
const AROUND = [-1, 0, 1]

export const stepsAround = (now: Instant): readonly number[] => {
  const step = Math.floor(Date.parse(now) / STEP_MS)
  return AROUND.map((away) => step + away)
}

/** The step of which a code is taken: later than the last one, so that no code is taken twice. */
export function judgeCode(matching: readonly number[], lastStep: number): number | 'used' | 'wrong' {
  const fresh = matching.find((step) => step > lastStep)
  if (fresh !== undefined) return fresh
  return matching.length > 0 ? 'used' : 'wrong'
}
