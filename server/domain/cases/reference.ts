import { type CountryCode, countryCodes } from '../kernel/country.ts'
import { foldDigits } from '../kernel/digits.ts'

/** 31 symbols that cannot be taken for one another; their values are 0 to 30. */
export const SYMBOLS = '23456789ABCDEFGHJKLMNPQRSTVWXYZ'

const checkSymbol = (five: readonly number[]): string =>
  SYMBOLS.charAt(five.reduce((sum, value, place) => sum + value * (place + 1), 0) % SYMBOLS.length)

/** `TH-KH-2026-7Q4M9D`: requesting country, country of return, year, five random symbols and a check symbol. */
export const issueReference = (from: CountryCode, to: CountryCode, year: number, five: readonly number[]): string =>
  `${from}-${to}-${year}-${five.map((value) => SYMBOLS.charAt(value)).join('')}${checkSymbol(five)}`

/** Reads a reference as people type it: spaces, no dashes, lower case, native digits. Null when it cannot be one. */
export function parseReference(typed: string): string | null {
  const bare = foldDigits(typed.normalize('NFC'))
    .replace(/[\s\p{Pd}\u200b_.]/gu, '')
    .toUpperCase()
  const match = /^([A-Z]{2})([A-Z]{2})(\d{4})([2-9A-Z]{6})$/.exec(bare)
  if (!match) return null
  const [, from = '', to = '', year = '', symbols = ''] = match
  const known = (code: string) => (countryCodes as readonly string[]).includes(code)
  const values = [...symbols].map((symbol) => SYMBOLS.indexOf(symbol))
  if (!known(from) || !known(to) || values.includes(-1)) return null
  if (checkSymbol(values.slice(0, 5)) !== symbols[5]) return null
  return `${from}-${to}-${year}-${symbols}`
}
