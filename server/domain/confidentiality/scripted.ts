import { mixed } from './pattern.ts'
import type { Cue } from './words/words.ts'

// Words of seven languages make large patterns. One that can match nothing in a text, because the text has no letter of its
// writing, is not tried on it: that is most of them for most texts.

/** A pattern, and what a text must hold for it to be tried; without that it is tried on every text. */
export interface Scripted {
  readonly pattern: RegExp
  readonly script?: RegExp
  /** What must stand right before a match, and belongs to it: looked at only where the pattern itself matches. */
  readonly before?: RegExp
}

/** How far back `before` looks, in units. */
const LOOK_BACK = 80

const SCRIPTS = ['Thai', 'Lao', 'Khmer', 'Myanmar', 'Han', 'Latin'] as const
type Script = (typeof SCRIPTS)[number]
const letters = new Map(SCRIPTS.map((name) => [name, new RegExp(`\\p{Script=${name}}`, 'u')]))
const scriptOf = (cue: string): Script | undefined => SCRIPTS.find((name) => letters.get(name)?.test(cue))

/** A pattern that matches nothing without a letter of a writing. */
export function inScript(script: Script | undefined, pattern: RegExp): Scripted {
  const letter = script && letters.get(script)
  return letter ? { pattern, script: letter } : { pattern }
}

/** The same pattern once for each writing that the words are in; `make` gets the source of those words. */
export function byScript(
  words: readonly (string | Cue)[],
  make: (source: string) => string,
  flags = 'gu',
  before?: RegExp,
): Scripted[] {
  const groups = Map.groupBy(words, (one) => scriptOf(typeof one === 'string' ? one : one.cue))
  return [...groups].map(([script, group]) => ({
    ...inScript(script, new RegExp(make(mixed(group)), flags)),
    ...(before ? { before } : {}),
  }))
}

/** The same pattern, with what must stand before it. */
export const after = (before: RegExp, pattern: RegExp): Scripted => ({ pattern, before })

/** A match, its place with what had to stand before it, and what stands in the first group. */
export interface Match {
  readonly from: number
  readonly to: number
  readonly group: string
}

/** Every match of some patterns (global) in a text. */
export const scan = (text: string, patterns: readonly (RegExp | Scripted)[]): readonly Match[] =>
  patterns.flatMap((one) => {
    const { pattern, script, before }: Scripted = one instanceof RegExp ? { pattern: one } : one
    if (script && !script.test(text)) return []
    return matchesOf(text, pattern).flatMap((match) => {
      if (!before) return [match]
      const { from, to } = match
      const found = before.exec(text.slice(Math.max(0, from - LOOK_BACK), from))
      return found ? [{ from: from - found[0].length, to, group: found[1] ?? '' }] : []
    })
  })

/** As `matchAll` finds them. That makes a pattern anew for each text, and these are so large that it takes most of the time. */
function matchesOf(text: string, pattern: RegExp): readonly Match[] {
  if (!pattern.global) throw new Error(`${pattern} finds no more than one`)
  const matches: Match[] = []
  text.replace(pattern, (all: string, ...groupsAndPlace: readonly unknown[]) => {
    const [group] = groupsAndPlace
    const from = Number(groupsAndPlace.find((one) => typeof one === 'number'))
    matches.push({ from, to: from + all.length, group: typeof group === 'string' ? group : '' })
    return all
  })
  return matches
}
