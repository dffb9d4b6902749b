/** Whom a sentence is for: the language, and how far the reader's clock stands east of UTC. */
export interface Speaker {
  readonly language: string
  readonly offsetMinutes: number
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** Gregorian in all seven languages; en in the order day, month, year. */
const localeOf = (language: string): string => `${language === 'en' ? 'en-GB' : language}-u-ca-gregory`

const formats = new Map<string, Intl.DateTimeFormat>()
function longDate(language: string): Intl.DateTimeFormat {
  const known = formats.get(language)
  if (known) return known
  const made = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' })
  formats.set(language, made)
  return made
}

const numbers = new Map<string, Intl.NumberFormat>()
/** A number as the language writes it: Burmese digits in running Burmese text, ASCII elsewhere. */
export function showNumber({ language }: Speaker, value: number): string {
  const format = numbers.get(language) ?? new Intl.NumberFormat(localeOf(language))
  numbers.set(language, format)
  return format.format(value)
}

/** A Gregorian day in full: 2 March 2026, 2026年3月2日. */
export const showDay = ({ language }: Speaker, day: string): string =>
  longDate(language).format(Date.parse(`${day}T00:00:00Z`))

/** An instant on the reader's clock, 24 hours, with that clock's distance from UTC: 2 March 2026, 09:00 (UTC+7). */
export function showInstant(to: Speaker, instant: string): string {
  const local = Date.parse(instant) + to.offsetMinutes * 60_000
  return withTime(to, longDate(to.language).format(local), instant)
}

/** A date in words, and after it the time of an instant on the reader's clock. */
export function withTime(to: Speaker, date: string, instant: string): string {
  const local = Date.parse(instant) + to.offsetMinutes * 60_000
  const time = digits(to, new Date(local).toISOString().slice(11, 16))
  const comma = ['my', 'th', 'zh'].includes(to.language) ? '' : ','
  return `${date}${comma} ${time} (${zoneOf(to.offsetMinutes)})`
}

function zoneOf(offsetMinutes: number): string {
  if (offsetMinutes === 0) return 'UTC'
  const minutes = Math.abs(offsetMinutes) % 60
  const hours = Math.floor(Math.abs(offsetMinutes) / 60)
  return `UTC${offsetMinutes < 0 ? '-' : '+'}${hours}${minutes ? `:${String(minutes).padStart(2, '0')}` : ''}`
}

const digits = (to: Speaker, text: string): string =>
  to.language === 'my' ? text.replace(/\d/g, (digit) => showNumber(to, Number(digit))) : text

/** Something under its name, with the language's own colon; Burmese has none that its letters allow. */
export const showNamed = ({ language }: Speaker, name: string, thing: string): string =>
  `${name}${{ zh: '：', my: ' ' }[language] ?? ': '}${thing}`

/** Numbers under their names. */
export const showPairs = (to: Speaker, pairs: readonly (readonly [string, number])[]): string =>
  pairs
    .map(([name, number]) => showNamed(to, name, showNumber(to, number)))
    .join({ zh: '；', my: '၊ ' }[to.language] ?? '; ')

/** Several things in one sentence, with the language's own comma between them. */
export const showList = ({ language }: Speaker, things: readonly string[]): string =>
  things.join({ zh: '、', my: '၊ ', th: ' ' }[language] ?? ', ')

/** Every fact as the reader writes it. */
export const show = (to: Speaker, facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, showOne(to, value)]))

function showOne(to: Speaker, value: unknown): unknown {
  if (typeof value === 'number') return showNumber(to, value)
  if (typeof value !== 'string') return value
  if (DAY.test(value)) return showDay(to, value)
  return INSTANT.test(value) ? showInstant(to, value) : value
}

/** Sentences one after the other; Chinese sets no space between them. */
export const joinSentences = ({ language }: Speaker, sentences: readonly string[]): string =>
  sentences.join(language === 'zh' ? '' : ' ')
