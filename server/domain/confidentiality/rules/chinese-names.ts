import { oneOf } from '../pattern.ts'
import { inScript } from '../scripted.ts'
import { chineseNames as lists } from '../words/zh.ts'
import { matches, type Rule } from './rule.ts'

// A Chinese name is a surname and one or two characters, with no space and often with nothing that announces it.

const HAN = '\\p{Script=Han}'
const LETTER = '[\\p{L}\\p{M}]'
/** Not the end of another word: 双方 is no Mr 方. */
const SURNAME = `(?!${oneOf(lists.ordinary)})${oneOf(lists.surnames)}(?<!${oneOf(lists.ending)})`
const ONLY = `(?!${oneOf(lists.ordinary)})${oneOf(lists.surnamesOnly)}(?<!${oneOf(lists.ending)})`
const SURE = oneOf(lists.givenSure)
const GIVEN = oneOf(lists.given)
const TWO = `(?!${oneOf(lists.noGiven)})(?:${SURE}${GIVEN}|${GIVEN}${SURE})`
const PAIR = oneOf(lists.givenPairs)
const ANY_TWO = `(?!${oneOf(lists.noGiven)})${GIVEN}${GIVEN}`
const SYLLABLES = `(?!${oneOf(lists.noSyllables)})${oneOf(lists.syllables)}{3,8}`
const TWO_SYLLABLES = `(?!${oneOf([...lists.noSyllables, ...lists.ordinary])})${oneOf(lists.syllables)}{2}`
const BEFORE = oneOf(lists.before)
const POINTER = oneOf(lists.pointers)
/** Not a comma: after one begins the next clause. */
const MARK = '[\\s:：（(“"‘「《\\-–—]{0,2}(?:(?:名叫|叫做|叫|是|为|即|系|名|姓)[\\s:：“"「]?)?'
const NOT_PLACE = `(?!${oneOf(lists.noPlace)})`
const AFTER = `(?=\\s?${oneOf(lists.afterName)}|(?!${LETTER}))`
const BEGIN = `(?<!${LETTER}|[0-9]\\s?)`

const PATTERNS = [
  // 索坎·达拉薇
  new RegExp(`${HAN}{2,8}\\s?[·•・‧∙]\\s?${HAN}{2,10}`, 'gu'),
  // 阮氏秋香
  new RegExp(`${oneOf(lists.surnames)}氏(?!的|家|族|集|企|兄|姐|父)${HAN}`, 'gu'),
  // 当事人李秀珍, 联系人：周敏
  new RegExp(`${BEFORE}${MARK}${SURNAME}${HAN}{1,2}`, 'gu'),
  new RegExp(`${BEFORE}${MARK}${SYLLABLES}`, 'gu'),
  new RegExp(`${BEFORE}${MARK}${TWO_SYLLABLES}${NOT_PLACE}${AFTER}`, 'gu'),
  // 女孩Nok, 证人 Sok Dara, ผู้เสียหาย in the middle of Chinese
  new RegExp(`${BEFORE}${MARK}(?:\\p{Lu}\\p{Ll}{1,20}|[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff]{2})`, 'gu'),
  // 我是周敏, 和刘建国
  new RegExp(`${POINTER}${SURNAME}(?:${ANY_TWO}${NOT_PLACE}|${GIVEN}${NOT_PLACE}${AFTER})`, 'gu'),
  // 李秀珍, anywhere
  new RegExp(`${SURNAME}(?:${TWO}|${PAIR}|${ANY_TWO}${AFTER})${NOT_PLACE}`, 'gu'),
  // At the beginning of a clause
  new RegExp(`${BEGIN}${SURNAME}(?:${ANY_TWO}|${GIVEN})${NOT_PLACE}${AFTER}`, 'gu'),
  new RegExp(
    `(?:${BEGIN}|${POINTER})${ONLY}${HAN}{1,2}${NOT_PLACE}(?:${AFTER}|(?=${oneOf(lists.titles.filter((one) => one.length > 1))}))`,
    'gu',
  ),
  new RegExp(`${BEGIN}${SYLLABLES}${NOT_PLACE}${AFTER}`, 'gu'),
  // 张警官, 李某, 刘建国先生
  new RegExp(`${SURNAME}${GIVEN}{0,2}(?!${oneOf(lists.noTitle)})${oneOf(lists.titles)}`, 'gu'),
  // 小芳, 阿秀, 老郑
  new RegExp(
    `(?!${oneOf(lists.noNickname)})(?:(?<!${HAN}[最大缩])小${SURE}|小${oneOf(lists.surnames)}|老${oneOf(lists.surnames)}|阿${HAN})`,
    'gu',
  ),
].map((pattern) => inScript('Han', pattern))

/** Names of Chinese, and foreign ones in Chinese letters. */
export const chineseNames: Rule = ({ whole: { text } }) => matches('name', text, PATTERNS)
