/** What a text may not hold. The order is the order of precedence: of two findings at one place the earlier one is named. */
export const guardRules = [
  'machine-readable-zone',
  'e-mail',
  'web-address',
  'coordinates',
  'burmese-identity-number',
  'chinese-identity-number',
  'thai-identity-number',
  'vietnamese-identity-number',
  'birth-date',
  'passport',
  'plate',
  'bank-account',
  'telephone',
  'messenger-account',
  'address',
  'number',
  'spelled-number',
  'name',
] as const
export type GuardRule = (typeof guardRules)[number]

/** A place in the cleaned text, in UTF-16 units, end excluded. `blocks`: refused; else a doubt that the reviewer looks at. */
export interface Finding {
  readonly rule: GuardRule
  readonly from: number
  readonly to: number
  readonly blocks: boolean
}

/** One finding a place: an earlier rule wins over a later one, and what blocks wins over a doubt. */
export function withoutOverlap(findings: readonly Finding[]): readonly Finding[] {
  const rank = ({ rule, blocks }: Finding) => guardRules.indexOf(rule) + (blocks ? 0 : guardRules.length)
  const kept: Finding[] = []
  for (const one of findings.toSorted((a, b) => rank(a) - rank(b) || a.from - b.from))
    if (kept.every((other) => one.to <= other.from || one.from >= other.to)) kept.push(one)
  return kept.toSorted((a, b) => a.from - b.from)
}
