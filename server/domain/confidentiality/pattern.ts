import type { Cue } from './words/words.ts'

const escaped = (plain: string): string => plain.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '\\s?')
const longestFirst = (one: string, other: string): number => other.length - one.length

/** One of these, the longest first, as the source of a pattern. */
export const oneOf = (plain: readonly string[]): string =>
  `(?:${[...new Set(plain)].toSorted(longestFirst).map(escaped).join('|')})`

/** Latin words stand alone; words of scripts without spaces may touch their neighbours. */
export const isSpaced = (plain: string): boolean => /^[\p{Script=Latin}\s.’'/_-]+$/u.test(plain)

const bounded = (source: string): string => `(?<![\\p{Script=Latin}])(?i:${source})(?![\\p{Script=Latin}])`

/** With a mark after it, it is another word. */
const whole = (source: string): string => `${source}(?!\\p{M})`

/** A word as it may stand in a text: a Latin one between boundaries and in either case. */
export function alone(plain: readonly string[]): string {
  const spaced = plain.filter(isSpaced)
  const joined = plain.filter((one) => !isSpaced(one))
  return either([
    ...(spaced.length > 0 ? [bounded(oneOf(spaced))] : []),
    ...(joined.length > 0 ? [whole(oneOf(joined))] : []),
  ])
}

/** Cues with their exceptions: those without any in one alternation, the others one by one. */
export function cues(all: readonly Cue[]): string {
  const sorted = all.toSorted((one, other) => longestFirst(one.cue, other.cue))
  return either(
    sorted.length > 0
      ? [alone(sorted.filter(isPlain).map(({ cue }) => cue)), ...sorted.filter((one) => !isPlain(one)).map(cueSource)]
      : [],
  )
}

/** The same for a list in which only some words have exceptions. */
export const mixed = (all: readonly (string | Cue)[]): string =>
  cues(all.map((one) => (typeof one === 'string' ? { cue: one } : one)))

const isPlain = ({ notAfter = [], notBefore = [] }: Cue): boolean => notAfter.length + notBefore.length === 0

function cueSource({ cue, notAfter = [], notBefore = [] }: Cue): string {
  const word = isSpaced(cue) ? bounded(escaped(cue)) : whole(escaped(cue))
  const before = notAfter.length > 0 ? `(?<!${oneOf(notAfter)})` : ''
  return `${before}${word}${notBefore.length > 0 ? `(?!\\s?${oneOf(notBefore)})` : ''}`
}

/** Nothing at all where there is nothing to choose from. */
const either = (sources: readonly string[]): string => (sources.length > 0 ? `(?:${sources.join('|')})` : '(?!)')
