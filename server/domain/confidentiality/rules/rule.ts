import type { Finding, GuardRule } from '../finding.ts'
import type { Reading } from '../reading.ts'
import { type Scripted, scan } from '../scripted.ts'

/** What a rule looks at, in units of the reading. */
export interface View {
  /** Digits and look-alikes folded. */
  readonly whole: Reading
  /** The same without dates, times, amounts and references. */
  readonly bare: Reading
  readonly isTelephone: (digits: string) => boolean
}

/** A place in the reading, end excluded. */
export type Found = Pick<Finding, 'rule' | 'from' | 'to' | 'blocks'>
export type Rule = (view: View) => readonly Found[]

export const found = (rule: GuardRule, from: number, to: number, blocks = true): Found => ({ rule, from, to, blocks })

/** Every match of some patterns (global) in a text, as findings of one rule. */
export const matches = (
  rule: GuardRule,
  text: string,
  patterns: readonly (RegExp | Scripted)[],
  blocks = true,
): readonly Found[] => scan(text, patterns).map(({ from, to }) => found(rule, from, to, blocks))
