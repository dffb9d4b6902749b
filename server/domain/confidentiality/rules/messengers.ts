import { alone } from '../pattern.ts'
import { byScript, scan } from '../scripted.ts'
import { all } from '../words/all.ts'
import { type Found, found, matches, type Rule } from './rule.ts'

const OF = alone(all('accountOf'))
const MARK = '[\\s:：៖=\\-–—()（）"“”\'‘’«»#\\[\\].,]{0,3}'
/** An account: Latin, and not a plain word. */
const ACCOUNT =
  '[@＠]?(?=[A-Za-z0-9_.-]{0,40}[A-Za-z_])(?=[A-Za-z0-9_.-]{0,40}(?:[0-9_]|[.-][A-Za-z0-9_]))[A-Za-z0-9][A-Za-z0-9_.-]{1,40}[A-Za-z0-9_]'
const ANY_ACCOUNT = '[@＠]?[A-Za-z][A-Za-z0-9_.-]{2,40}'
const NOT_ACCOUNT =
  /^(?:and|or|is|not|the|of|for|was|no|none|group|page|channel|account|id|chat|message|messages|call|calls|video|audio|app|user|users|official|name|number|unknown|messenger|phone|via|by|oa|only|with|contact|yet|web|line|facebook|telegram|zalo|wechat|whatsapp|viber|has|have|can|may|will|should|must|given|shared|used|post|posts|ads|cua|của|va|và|nhom|nhóm|khong|không|chua|chưa)$/iu

const told = (make: (messenger: string) => string, flags = 'giu') => byScript(all('messengers'), make, flags)

const PATTERNS = [
  // LINE ID: nong.fah99, 微信号 abc_123
  ...told((messenger) => `${messenger}${MARK}(?:${OF}${MARK}){0,3}${ACCOUNT}`),
  /(?<![\p{Script=Latin}0-9._@])[@＠][A-Za-z0-9_][A-Za-z0-9_.]{2,40}/gu,
]
/** An account that is a plain word counts only where something says that it is one. */
const ANNOUNCED = [
  ...told((messenger) => `${messenger}${MARK}(?:${OF}${MARK}){1,3}(${ANY_ACCOUNT})`),
  ...told((messenger) => `${messenger}\\s?[:：=@＠]\\s?(${ANY_ACCOUNT})`),
  ...told((messenger) => `${messenger}\\s?[("“«]\\s?(${ANY_ACCOUNT})\\s?[)"”»]`),
  // Zalo của mẹ: hoaroi75
  ...told((messenger) => `${messenger}[^\\n.,;。]{0,20}?[:：៖=]\\s?(${ANY_ACCOUNT})`),
  // Zalo của em là tham_2k
  ...told((messenger) => `${messenger}[^\\n.,;。]{0,20}?(?<![A-Za-z0-9_])(${ACCOUNT})`),
  // Facebook Dara Sok
  ...told((messenger) => `${messenger}${MARK}(?:${OF}${MARK}){0,2}(\\p{Lu}\\p{Ll}{1,20}\\s\\p{Lu}\\p{Ll}{1,20})`, 'gu'),
]

/** Accounts of the messengers used in the region. */
export const messengers: Rule = ({ whole: { text } }) => [
  ...matches('messenger-account', text, PATTERNS),
  ...scan(text, ANNOUNCED).flatMap(({ from, to, group }): readonly Found[] =>
    group.split(/\s/).every((word) => NOT_ACCOUNT.test(word.replace(/^[@＠]/, '').replace(/[.]$/, '')))
      ? []
      : [found('messenger-account', from, to)],
  ),
]
