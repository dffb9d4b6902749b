import type { GuardRule } from '../finding.ts'
import { digitRuns, type Run } from './digit-runs.ts'
import { type Found, found, type Rule, type View } from './rule.ts'

/** Six digits or more, and the number is refused, whatever it is a number of (domain.md 6.C). */
const REFUSED_FROM = 6

/** Any long number, under the name of what it looks like. */
export const numbers: Rule = (view) =>
  digitRuns(view.bare).flatMap((run) =>
    run.digits.length >= REFUSED_FROM && !isYears(run, view.bare.text) && !isSum(run, view.bare.text)
      ? [named(view, run)]
      : [],
  )

/** 12+12+30: seats, rooms. */
const isSum = ({ from, to }: Run, text: string): boolean =>
  /^[1-9][0-9]?(?:\s?\+\s?[1-9][0-9]?){1,3}$/.test(text.slice(from, to))

/** "Act 14 2551", "2 3 2026": a year, and little beside it. */
function isYears({ groups, from, to }: Run, text: string): boolean {
  if (groups.length < 2 || groups.length > 3 || !/^[0-9\s()/]+$/.test(text.slice(from, to))) return false
  const others = groups.filter((group) => !/^(?:19[5-9][0-9]|20[0-4][0-9]|2[45][0-9]{2})$/.test(group))
  return others.length < groups.length && others.join('').length <= 3
}

function named({ whole, isTelephone }: View, run: Run): Found {
  const plus = /\+\s?$/.test(run.before) || /\(\+$/.test(run.before) ? '+' : ''
  const letters = /(?:^|[^A-Za-z])([A-Za-z]{1,2})[\s.-]?$/.exec(run.before.padStart(run.from < 4 ? 0 : 4, 'x'))?.[1]
  const rule: GuardRule =
    kindOf(run.digits) ??
    (isTelephone(plus + run.digits) ? 'telephone' : letters && /^[0-9]{6,9}$/.test(run.digits) ? 'passport' : 'number')
  const end = rule === 'number' && /^[Xx](?![A-Za-z])/.test(whole.text.slice(run.to)) ? run.to + 1 : run.to
  if (end > run.to && isChinese(`${run.digits}X`)) return found('chinese-identity-number', run.from, end)
  return found(rule, run.from - (plus ? 1 : 0), run.to)
}

function kindOf(digits: string): GuardRule | null {
  if (isChinese(digits)) return 'chinese-identity-number'
  if (isThai(digits)) return 'thai-identity-number'
  if (isVietnamese(digits)) return 'vietnamese-identity-number'
  return null
}

const CHINESE_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** ISO 7064 MOD 11-2 over 17 digits with a birth date inside (domain.md 6.A). */
function isChinese(number: string): boolean {
  if (!/^[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9X]$/.test(number))
    return false
  const sum = CHINESE_WEIGHTS.reduce((total, weight, place) => total + weight * Number(number.charAt(place)), 0)
  return '10X98765432'.charAt(sum % 11) === number.charAt(17)
}

/** Thirteen digits, the last of which checks the others (domain.md 6.A). */
function isThai(number: string): boolean {
  if (!/^[1-8][0-9]{12}$/.test(number)) return false
  const sum = [...number.slice(0, 12)].reduce((total, digit, place) => total + Number(digit) * (13 - place), 0)
  return (11 - (sum % 11)) % 10 === Number(number.charAt(12))
}

/** Twelve digits: province 001 to 096, century and sex, year, six more (domain.md 6.A). */
const isVietnamese = (number: string): boolean => /^0(?:0[1-9]|[1-8][0-9]|9[0-6])[0-3][0-9]{8}$/.test(number)
