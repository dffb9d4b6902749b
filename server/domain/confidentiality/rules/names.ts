import { alone, cues, inAnyCase, isSpaced, oneOf } from '../pattern.ts'
import { byScript, inScript, scan } from '../scripted.ts'
import { all } from '../words/all.ts'
import type { Cue } from '../words/words.ts'
import { type Found, found, type Rule } from './rule.ts'

const spaced = ({ cue }: Cue): boolean => isSpaced(cue)
const joined = (one: string | Cue): boolean => !isSpaced(typeof one === 'string' ? one : one.cue)
/** Titles that a full stop may follow within a sentence. */
const SHORTENED = inAnyCase('(?<!\\p{L})(?:mr|mrs|ms|mme|dr|prof|ven|pol|capt|lt|col|sgt|insp|bs|ls|ths|gs|ts|đ/c|dc)')
const CAPITAL = "(\\p{Lu}[\\p{L}\\p{M}’'-]{0,24})"
const MARK = '[\\s:：៖=,，"“”«»‘’()（）\\-–]{0,3}'
const LETTERS = '[\\p{L}\\p{M}]'
const NOT_NAME = new RegExp(`^(?:${alone(all('noName'))})`, 'u')
const DISTRICT = alone(all('districts'))
/** In Thai, Lao and Khmer the word for a district stands before its name, never after. */
const FIRST = /[\u0e00-\u0eff\u1780-\u17ff]/u
const BESIDE_DISTRICT = [
  // Not in Burmese, where the name of a place comes before its kind: after it a person may be named.
  new RegExp(`${DISTRICT}(?<![\\u1000-\\u109f])(?:\\s(?:of|đảo))?[\\s,]?$`, 'u'),
  new RegExp(`^(?:\\s\\p{Lu}\\p{L}+)?\\s?${alone(all('districts').filter((one) => !FIRST.test(one)))}`, 'u'),
] as const

const SURNAME = oneOf(all('surnames').filter(isSpaced))
const strong = cues(all('honorifics').filter((one) => one.strong))

/** A syllable of names, whole: nothing of another syllable after it. */
const PART = `${oneOf(all('nameParts'))}(?!\\p{M}|[\\u1000-\\u1021]\\u1037?[\\u1039\\u103a])`
const AFTER_PART = `(?=\\s?${oneOf(all('afterNameParts'))}(?!\\p{M}|[\\u1000-\\u1021]\\u1037?[\\u1039\\u103a]))`
const NOT_WITHIN = `(?<!${LETTERS})`
const burmese = (source: string) => inScript('Myanmar', new RegExp(source, 'gu'))

const PATTERNS = [
  // In spaced writing a name is a word with a capital right after the cue.
  ...byScript(all('honorifics').filter(spaced), (title) => `${title}(?:(?<=${SHORTENED})\\.)?\\s?${CAPITAL}`),
  ...byScript(all('kin').filter(spaced), (kin) => `${kin}(?:\\s?[-–(:,]|\\s(?:là|la|is|was))?\\s?${CAPITAL}`),
  ...byScript(all('naming').filter(spaced), (naming) => `${naming}${MARK}${CAPITAL}`),
  // mr sok dara, typed in a hurry
  new RegExp(`${strong}\\.?\\s(\\p{Ll}[\\p{L}\\p{M}]{1,24})(?=[\\s.,;)]|$)`, 'gu'),
  // Name of the victim - Tran Van Loc
  new RegExp(`(?<!\\p{L})${inAnyCase('names? of (?:the |a |her |his )?')}\\p{L}{3,20}\\s?[-–:=]\\s?${CAPITAL}`, 'gu'),
  // Nguyễn Thị Lan, nguyen van tuong
  new RegExp(
    `(?<![\\p{Script=Latin}\\p{M}])(${SURNAME})(?:\\s\\p{Lu}[\\p{L}\\p{M}]{0,8}){2,3}(?![\\p{L}\\p{M}])`,
    'gu',
  ),
  new RegExp(
    `(?<![\\p{L}\\p{M}])(${inAnyCase(SURNAME)})\\s${inAnyCase('(?:thị|thi|văn|van)')}\\s[\\p{L}\\p{M}]{1,8}`,
    'gu',
  ),
  // Sister of Bounmy, case of Nok
  ...byScript([...all('kin').filter(spaced), { cue: 'case' }, { cue: 'file' }], (kin) => `${kin}\\sof\\s${CAPITAL}`),
  // Lo Thi May, whatever the surname
  /(?<!\p{L})(\p{Lu}[\p{L}\p{M}]{1,10}\s(?:Thị|Thi|Văn|Van)\s\p{Lu}[\p{L}\p{M}]{1,10})/gu,
  // ញឹម សុខា: in writing without spaces a family name alone between two of them.
  ...byScript(all('surnames').filter(joined), (surname) => `(?<!${LETTERS})${surname}\\s(${LETTERS}{2,24})`),
  // Announced with a colon a name may be in any writing, and small.
  ...byScript(all('naming').filter(spaced), (naming) => `${naming}\\s?[:：៖=]\\s?(${LETTERS}{2,24})`),
  // Without spaces, or with a name of another writing after the cue.
  ...byScript(all('honorifics').filter(joined), (title) => `${title}[.\\s]?(${LETTERS}{2,24})`),
  ...byScript(all('naming').filter(joined), (naming) => `${naming}${MARK}(${LETTERS}{2,24})`),
  ...byScript(all('kin').filter(joined), (kin) => `${kin}${MARK}(${LETTERS}{2,24})`),
  // Syllables of names: two after an honorific, a relative or a role, or before a particle; one between both; three alone.
  burmese(`${oneOf(all('beforeNameParts'))}${MARK}(${PART}(?:\\s?${PART})+)`),
  burmese(`${NOT_WITHIN}(${PART}${PART})${AFTER_PART}`),
  burmese(`${NOT_WITHIN}${oneOf(all('beforeNameParts'))}\\s?(${PART})${AFTER_PART}`),
  burmese(`${NOT_WITHIN}(${PART}(?:\\s?${PART}){2,})`),
  ...byScript(all('honorificsAfter'), (title) => title, 'gu', new RegExp(`(${LETTERS}{1,12})$`, 'u')),
]

/** Names, where an honorific, a relative or a naming phrase announces them. */
export const names: Rule = ({ whole: { text } }) =>
  scan(text, PATTERNS).flatMap(({ from, to, group }): readonly Found[] =>
    NOT_NAME.test(group) || isOfPlace(text, from, to) ? [] : [found('name', from, to)],
  )

/** Nang Rong district, huyện U Minh: a place has the name, not a person. */
const isOfPlace = (text: string, from: number, to: number): boolean =>
  BESIDE_DISTRICT[0].test(text.slice(Math.max(0, from - 16), from)) || BESIDE_DISTRICT[1].test(text.slice(to, to + 40))
