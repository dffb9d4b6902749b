import type { Basis } from '../../kernel/language.ts'

/** Who reads: inside the six governments, or anyone. Governments know what the public knows, and more. */
export const audiences = ['governments', 'public'] as const
export type Audience = (typeof audiences)[number]

/** Data: `db/protection/protection-rules.json`. */
export interface ProtectionRules {
  /** Threshold rule: a count of 1 to `count` − 1 persons is not shown. */
  readonly threshold: { readonly count: number; readonly basis: Basis }
  /**
   * Protection interval, in persons: at least so far apart are the smallest and the largest value of a cell below the
   * threshold that a reader cannot exclude. 3 at a threshold of 5: as wide as the rule itself leaves it, 1 to 4.
   */
  readonly interval: { readonly width: number; readonly basis: Basis }
  /** (n,k) rule: a cell is not shown where its `contributors` largest contributors make up more than `percent` of it. */
  readonly dominance: { readonly contributors: number; readonly percent: number; readonly basis: Basis }
}

export type RulesByAudience = Readonly<Record<Audience, ProtectionRules>>
