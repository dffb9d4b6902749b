import { say } from './index.ts'
import type { Speaker } from './show.ts'

// Dates as formal letters write them: day, month and year in a sentence of the language, in the Gregorian calendar and in
// the Buddhist Era as Thailand reckons it, 543 years ahead.

type CalendarName = 'gregory' | 'buddhist'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(language: string, calendar: CalendarName): Intl.DateTimeFormat {
  const locale = `${language === 'en' ? 'en-GB' : language}-u-ca-${calendar}`
  const format =
    formats.get(locale) ??
    new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  formats.set(locale, format)
  return format
}

/** Day, month and year apart: the order and what stands between them is the sentence's. */
function partsOf({ language }: Speaker, day: string, calendar: CalendarName): Readonly<Record<string, string>> {
  const parts = formatOf(language, calendar).formatToParts(Date.parse(`${day}T00:00:00Z`))
  return Object.fromEntries(parts.map(({ type, value }) => [type, value]))
}

/** A day in one calendar, which is named. */
export const formalDay = (to: Speaker, day: string, calendar: CalendarName): string =>
  say(to, `letters:date.${calendar}`, partsOf(to, day, calendar))

/** A day in both calendars, short enough for a row. */
export const dayInBoth = (to: Speaker, day: string): string =>
  say(to, 'letters:date.both', {
    ...partsOf(to, day, 'gregory'),
    buddhistYear: partsOf(to, day, 'buddhist')['year'],
  })
