import { alone } from '../pattern.ts'
import { all } from '../words/all.ts'
import { type Found, found, matches, type Rule } from './rule.ts'

// Below blocking: what a second officer should look at twice. Nothing here is refused.

const KNOWN = new RegExp(`^(?:${alone([...all('noName'), ...all('districts')])})|(?:${alone(all('districts'))})$`, 'u')
/** Two words with capitals in the middle of a sentence: a place, an agency, or a person. */
const CAPITALS = /(?<=[\p{Ll}\p{N},;:]\s)\p{Lu}\p{Ll}{1,20}\s\p{Lu}\p{Ll}{1,20}(?=$|[\s,.;:)])/gu
const QUOTED = [/[“«"「『][^“”«»"「」『』]{2,30}[”»"」』]/gu]
/** Four or five digits that are no year: a room, a card, the end of a number. */
const SHORT_NUMBER = [/(?<![0-9])(?!(?:19|20|25)[0-9]{2}(?![0-9]))[0-9]{4,5}(?![0-9])/gu]

export const doubts: Rule = ({ bare: { text } }) => [
  ...matches('number', text, SHORT_NUMBER, false),
  ...matches('name', text, QUOTED, false),
  ...[...text.matchAll(CAPITALS)].flatMap((match): readonly Found[] =>
    KNOWN.test(match[0]) ? [] : [found('name', match.index, match.index + match[0].length, false)],
  ),
]
