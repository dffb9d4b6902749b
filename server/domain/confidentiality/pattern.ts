import type { Cue } from './words/words.ts'

/** A space may be left out; a bar at the end says that the word ends there. */
const escaped = (plain: string): string =>
  plain
    .replace(/[.*+?^${}()[\]\\/]|\|(?!$)/g, '\\$&')
    .replace(/\|$/, '(?![\\p{L}\\p{M}])')
    .replace(/ /g, '\\s?')
const longestFirst = (one: string, other: string): number => other.length - one.length

/** One of these, the longest first, as the source of a pattern. */
export const oneOf = (plain: readonly string[]): string =>
  `(?:${[...new Set(plain)].toSorted(longestFirst).map(escaped).join('|')})`

/** Latin words stand alone; words of scripts without spaces may touch their neighbours. */
export const isSpaced = (plain: string): boolean => /^[\p{Script=Latin}\s.’'/_-]+$/u.test(plain)

/**
 * The source of a pattern with each letter as a class of its two cases. The modifier `(?i:)` would say the same, but V8 13.6
 * (Node 24) loses it, or keeps it too long, in some alternatives (nodejs/node issue 60030): the same text was found or not
 * found depending on what was looked at before.
 */
export const inAnyCase = (source: string): string =>
  source.replace(/\\p\{[^}]*\}|\\.|\p{L}/gu, (part) => {
    const [lower, upper] = [part.toLowerCase(), part.toUpperCase()]
    return part.startsWith('\\') || lower === upper ? part : `[${lower}${upper}]`
  })

const bounded = (source: string): string => `(?<![\\p{Script=Latin}])${inAnyCase(source)}(?![\\p{Script=Latin}])`

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

/**
 * Cues with their exceptions. Those with the same exceptions are one alternation, and a list of prose that many share is
 * looked for once: one by one they would make a pattern too large for its engine.
 */
export function cues(all: readonly Cue[]): string {
  const sorted = all.toSorted((one, other) => longestFirst(one.cue, other.cue))
  const byProse = [...Map.groupBy(sorted, ({ prose }) => prose)]
  return either(byProse.toSorted(([one], [other]) => (one?.length ?? 0) - (other?.length ?? 0)).map(proseSource))
}

function proseSource([prose, group]: readonly [readonly string[] | undefined, readonly Cue[]]): string {
  const alike = Map.groupBy(group, ({ notAfter = [], notBefore = [] }) => JSON.stringify([notAfter, notBefore]))
  const plainFirst = [...alike.values()].toSorted((one, other) => exceptions(one[0]) - exceptions(other[0]))
  return `${either(plainFirst.map(alikeSource))}${prose ? `(?!\\s?${oneOf(prose)})` : ''}`
}

const exceptions = (cue: Cue | undefined): number => (cue?.notAfter?.length || cue?.notBefore?.length ? 1 : 0)

/** The same for a list in which only some words have exceptions. */
export const mixed = (all: readonly (string | Cue)[]): string =>
  cues(all.map((one) => (typeof one === 'string' ? { cue: one } : one)))

/** Cues of the same exceptions. */
function alikeSource(group: readonly Cue[]): string {
  const { notAfter = [], notBefore = [] } = group[0] ?? {}
  // Looking back costs more than looking at one letter: that comes first.
  const before = notAfter.length > 0 ? `${firstLetter(group)}(?<!${oneOf(notAfter)})` : ''
  return `${before}${alone(group.map(({ cue }) => cue))}${notBefore.length > 0 ? `(?!\\s?${oneOf(notBefore)})` : ''}`
}

const firstLetter = (group: readonly Cue[]): string => {
  const firsts = group.map(({ cue }) => cue.trimStart().charAt(0))
  const letters = firsts.flatMap((one) => [one.toLowerCase(), one.toUpperCase()])
  return `(?=\\s?[${[...new Set(letters)].join('').replace(/[\]\\^-]/g, '\\$&')}])`
}

/** Nothing at all where there is nothing to choose from. */
const either = (sources: readonly string[]): string => (sources.length > 0 ? `(?:${sources.join('|')})` : '(?!)')
