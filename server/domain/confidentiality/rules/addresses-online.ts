import { alone } from '../pattern.ts'
import { after } from '../scripted.ts'
import { all } from '../words/all.ts'
import { matches, type Rule } from './rule.ts'

const TLD =
  '(?:com|net|org|info|biz|asia|site|online|shop|xyz|top|app|link|page|social|live|edu|gov|kh|la|mm|th|vn|cn|hk|me|co|io|cc|ly|be|gl|tv|id|sg|my|us|uk|fr|jp|kr|de|eu|ru)'
const LOCAL = "[\\p{L}\\p{N}._%+'-]"
const AT = `(?:\\s?[@＠﹫]\\s?|\\s?[([{<]\\s?(?:at|@|a)\\s?[)\\]}>]\\s?|\\s?${alone(all('at'))}\\s?)`
const DOT = `(?:\\s?[.。．｡·]\\s?|\\s?[([{<]\\s?(?:dot|\\.)\\s?[)\\]}>]\\s?|\\s?${alone(all('dot'))}\\s?)`
const MAIL_HOSTS =
  '(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|me|proton|protonmail|qq|foxmail|sina|sohu|126|163|yeah|aliyun|zoho|mail|gmx|yandex|vnn|camnet|camintel|laotel|ezecom|thaimail|fpt|ဂျီမေးလ်|ဂျီမေး|ယာဟူး|ဟော့မေးလ်|အောက်လွတ်ခ်)'
const SOCIAL_HOSTS =
  '(?:facebook|fb|m\\.me|fb\\.me|messenger|instagram|telegram|zalo|tiktok|youtube|youtu|twitter|weibo|weixin|wechat|douyin|line|lin|wa|whatsapp|viber|t|chat\\.zalo|maps\\.google|goo|maps\\.app\\.goo|bit)'

/** What stands before the sign @, however it is written. */
const MAILBOX = new RegExp(`${LOCAL}{1,64}$`, 'u')
const E_MAIL = [
  ...[
    `[\\p{L}\\p{N}-]{1,40}(?:${DOT}[\\p{L}\\p{N}-]{1,30}){0,3}${DOT}${TLD}(?![\\p{Script=Latin}0-9])`,
    `${MAIL_HOSTS}(?![\\p{Script=Latin}0-9])`,
    // somjai แอท จีเมล ดอทคอม
    '(?:จีเมล|ยาฮู|ฮอตเมล|ฮอทเมล|เอาต์ลุค|เอาท์ลุค|ไอคลาวด์)',
  ].map((host) => after(MAILBOX, new RegExp(`${AT}${host}`, 'giu'))),
  after(MAILBOX, /[@＠﹫][\p{L}\p{N}-]{1,60}\.[\p{L}\p{N}.-]{2,30}/gu),
  new RegExp(
    `(?<![\\p{Script=Latin}0-9])${MAIL_HOSTS}${DOT}(?:com|net|cn|org|vn|la|kh|th|co)(?![\\p{Script=Latin}0-9])`,
    'giu',
  ),
]
const WEB = [
  /(?:https?|hxxps?|ftp)\s?[:：]\s?[/／]{1,2}\s?\S{2,120}/giu,
  /(?<![\p{Script=Latin}0-9])www\s?[.。．]\s?\S{3,120}/giu,
  new RegExp(
    `(?<![\\p{Script=Latin}0-9@.])[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?(?:\\.[a-z0-9-]{1,40}){0,4}\\.${TLD}(?![a-z0-9-]|\\.[a-z])(?:[/?#:]\\S{0,120})?`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{Script=Latin}0-9])${SOCIAL_HOSTS}${DOT}(?:com|me|net|vn|cn|org|be|ee|ly|gl)(?:\\s?[/／]\\s?\\S{1,120})?(?![\\p{Script=Latin}0-9])`,
    'giu',
  ),
  new RegExp(
    `(?<![a-z0-9])[a-z0-9-]{2,40}(?:\\s?[([{]\\s?\\.\\s?[)\\]}]\\s?|\\s\\.\\s|\\s(?:dot)\\s)${TLD}(?![a-z0-9])`,
    'giu',
  ),
]

/** E-mail and web addresses, also written out. */
export const addressesOnline: Rule = ({ whole: { text } }) => [
  ...matches('e-mail', text, E_MAIL),
  ...matches('web-address', text, WEB),
]
