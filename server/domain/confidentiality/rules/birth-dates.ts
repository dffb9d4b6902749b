import { DAY, MONTH, MONTHS } from '../dates.ts'
import { byScript } from '../scripted.ts'
import { all } from '../words/all.ts'
import { matches, type Rule } from './rule.ts'

/** Khmer កើត is also a day of the waxing moon (៣កើត), the end of other words (បង្កើត, ទិសខាងកើត), and "happen". */
const NOT_BORN =
  '(?<!\\u17d2|(?:[0-9]\\s?|ទិស|ខាង)(?=កើត))(?!កើត(?:ឡើង|មាន|ហេតុ|ជំងឺ|រឿង|ទុក្ខ|អំពើ|បញ្ហា|អាសន្ន|ខូច|ចេញ|ការ|ទាស់))'
const YEAR = '(?:[12][0-9]{3}|2[45][0-9]{2}|[0-9]{2})'
const EARLIER = '(?:19[0-9]{2}|24[4-9][0-9]|25[0-3][0-9]|254[0-2])'
const CHINESE = '[〇零一二三四五六七八九十廿卅初正腊冬]'
/** Any way to write a day: figures, month in words, day and month alone. */
const DATE = [
  `${YEAR}\\s?[-/.年]\\s?${MONTH}\\s?[-/.月]\\s?${DAY}`,
  `${DAY}\\s?[-/.]\\s?${MONTH}\\s?[-/.]\\s?${YEAR}`,
  `${DAY}(?:st|nd|rd|th)?\\s?(?:of\\s|เดือน|ខែ|ເດືອນ)?\\s?${MONTHS}`,
  `${MONTHS}[.,]?\\s?(?:လ)?\\s?(?:ลที่|ວັນທີ)?\\s?${DAY}`,
  `${DAY}\\s?(?:tháng|thang|ខែ|ເດືອນ|เดือน|/)\\s?${MONTH}(?![0-9])`,
  `${DAY}[/.-]${MONTH}(?![0-9])`,
  `[0-9]{1,2}\\s?月\\s?[0-9]{1,2}`,
  `${CHINESE}{4}年${CHINESE}{1,3}月`,
  `${CHINESE}{1,3}月${CHINESE}{1,3}`,
  `(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])`,
  `${MONTHS}\\s?(?:လ)?\\s?[^\\s\\d]{0,12}\\s?${DAY}\\s?(?:ရက်)`,
].join('|')

/** Papers are not dates: "her birth certificate will be issued by 12 May". */
const NOT_PAPERS = '(?!\\s(?:certificate|registration|register|registry|place|rate|weight))[.:]?'
const born = (make: (birth: string) => string, before?: RegExp) =>
  byScript(all('birth'), (source) => make(`${NOT_BORN}${source}${NOT_PAPERS}`), 'giu', before)

const PATTERNS = [
  ...born((birth) => `${birth}[^.。၊!?\\n]{0,45}?(?<![0-9])(?:${DATE})`),
  ...born((birth) => birth, new RegExp(`(?<![0-9])(?:${DATE})[^.。!?\\n]{0,14}$`, 'iu')),
  ...born((birth) => birth, new RegExp(`(?<!ngày\\s)${MONTHS}[^.。!?\\n]{0,30}$`, 'iu')),
  // Born in a month, the day in words.
  ...born((birth) => `${birth}[^.。!?\\n]{0,40}?${MONTHS}`),
  // A whole date of the last century is hardly one of casework.
  new RegExp(`(?<![0-9./-])${EARLIER}\\s?([-/.])\\s?${MONTH}\\s?\\1\\s?${DAY}(?![0-9])`, 'gu'),
  new RegExp(
    `(?<![0-9./-])${DAY}\\s?([-/.])\\s?${MONTH}\\s?\\1\\s?(?:${EARLIER}|[459][0-9]|6[0-5]|79|8[0-9])(?![0-9])`,
    'gu',
  ),
]

/** The exact day on which somebody was born. */
export const birthDates: Rule = ({ whole: { text } }) => matches('birth-date', text, PATTERNS)
