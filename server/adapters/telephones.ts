import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { countryCodes } from '../domain/kernel/country.ts'

/** Whether digits, with or without a plus, are a possible telephone number in one of the six countries. */
export function isTelephone(digits: string): boolean {
  if (digits.length > 17) return false
  const international = digits.startsWith('+') ? digits : digits.replace(/^00/, '+')
  if (international.startsWith('+')) return parsePhoneNumberFromString(international)?.isPossible() === true
  // Bare digits without a prefix collide with every other number (domain.md 6.B): a national one begins with 0 or is a Chinese mobile.
  if (!/^(?:0|1[3-9][0-9]{9}$|(?:855|856|66|84|86|95)[0-9]{7})/.test(digits)) return false
  return countryCodes.some((country) => parsePhoneNumberFromString(digits, country)?.isValid() === true)
}
