import { alone } from '../pattern.ts'
import { scan } from '../scripted.ts'
import { all } from '../words/all.ts'
import { type Found, found, matches, type Rule } from './rule.ts'

// Below blocking: what a second officer should look at twice. Nothing here is refused.

const KNOWN = new RegExp(`^(?:${alone([...all('noName'), ...all('districts')])})|(?:${alone(all('districts'))})$`, 'u')
/** Words with capitals: within a sentence one is enough, at its beginning it takes two, or an initial. */
const CAPITALS = [
  /(?<=[\p{Ll}\p{N},;:]\s)\p{Lu}\p{Ll}{1,20}(?:\s\p{Lu}\p{Ll}{1,20}){0,3}(?=$|[\s,.;:)])/gu,
  /(?<=^|[.!?]\s)\p{Lu}\p{Ll}{1,20}(?:\s\p{Lu}\p{Ll}{1,20}){1,3}(?=$|[\s,.;:)])/gu,
  /(?<![\p{L}.])\p{Lu}\.\s?\p{Lu}\p{Ll}{2,20}/gu,
]
const QUOTED = [/[“«"「『][^“”«»"「」『』]{2,30}[”»"」』]/gu]
/** Four or five digits that are no year: a room, a card, the end of a number. */
const SHORT_NUMBER = [/(?<![0-9])(?!(?:19|20|25)[0-9]{2}(?![0-9]))[0-9]{4,5}(?![0-9])/gu]

export const doubts: Rule = ({ bare: { text } }) => [
  ...matches('number', text, SHORT_NUMBER, false),
  ...matches('name', text, QUOTED, false),
  ...scan(text, CAPITALS).flatMap(({ from, to }): readonly Found[] =>
    KNOWN.test(text.slice(from, to)) ? [] : [found('name', from, to, false)],
  ),
]
