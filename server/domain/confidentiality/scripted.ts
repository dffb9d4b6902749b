import { mixed } from './pattern.ts'
import type { Cue } from './words/words.ts'

// Words of seven languages make large patterns. One that can match nothing in a text, because the text has no letter of its
// writing, is not tried on it: that is most of them for most texts.

/** A pattern, and what a text must hold for it to be tried; null: it is tried on every text. */
export interface Scripted {
  readonly pattern: RegExp
  readonly script: RegExp | null
}

const SCRIPTS = ['Thai', 'Lao', 'Khmer', 'Myanmar', 'Han', 'Latin'] as const
const ofScript = Object.fromEntries(SCRIPTS.map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')]))
const scriptOf = (cue: string): string => SCRIPTS.find((name) => ofScript[name]?.test(cue)) ?? ''

/** The same pattern once for each writing that the words are in; `make` gets the source of those words. */
export function byScript(words: readonly (string | Cue)[], make: (source: string) => string, flags = 'gu'): Scripted[] {
  const groups = Map.groupBy(words, (one) => scriptOf(typeof one === 'string' ? one : one.cue))
  return [...groups].map(([script, group]) => ({
    pattern: new RegExp(make(mixed(group)), flags),
    script: ofScript[script] ?? null,
  }))
}

export const always = (pattern: RegExp): Scripted => ({ pattern, script: null })

/** A match, its place, and what stands in the first group. What a pattern only looked back at, as `before`, belongs to it. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly group: string
}

/** Every match of some patterns (global) in a text. */
export const scan = (text: string, patterns: readonly (RegExp | Scripted)[]): readonly Match[] =>
  patterns.flatMap((one) => {
    const { pattern, script } = one instanceof RegExp ? always(one) : one
    if (script && !script.test(text)) return []
    return [...text.matchAll(pattern)].map((match) => ({
      from: match.index - (match.groups?.['before']?.length ?? 0),
      to: match.index + match[0].length,
      group: match[1] ?? '',
    }))
  })
