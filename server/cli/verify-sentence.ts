import { isBinding } from '../domain/journal/quorum.ts'
import type { Verdict } from '../domain/journal/verdict.ts'
import type { CountryCode } from '../domain/kernel/country.ts'
import type { Verified } from '../services/log/verify-log.ts'

const entries = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`)

/**
 * What was found, for operators. Entries are counted from 0, as the index in the log is. `compared`: something that did not
 * come with the log, and that who wrote it could not have made.
 */
export function inOneSentence({ verdict, cosigned }: Verified, compared: boolean): string {
  switch (verdict.found) {
    case 'untouched':
      return untouched(verdict, cosigned, compared)
    case 'edited':
      return `Entry ${verdict.entry} was edited: it is not what its place in the log commits to.`
    case 'missing':
      return `Entry ${verdict.entry} is missing.`
    case 'doubled':
      return `Entry ${verdict.entry} stands in the log twice.`
    case 'exchanged':
      return `Entries ${verdict.entry} and ${verdict.with} were exchanged.`
    case 'added':
      return `Entry ${verdict.entry} and what follows were added: nobody signed them.`
    case 'fork':
      return `This log is from a fork: its first ${entries(verdict.signed)} are not those that were signed.`
    case 'shorter':
      return `This log is shorter than what was signed: it ends after ${entries(verdict.size)}, and ${verdict.signed} were signed.`
    case 'unsigned':
      return 'The signatures under the checkpoint of this log do not hold.'
    case 'other-hub':
      return 'The checkpoint or the key is of another hub than this log.'
    case 'checkpoint-changed':
      return 'Your checkpoint was changed: its signature does not hold.'
    case 'receipt-changed':
      return 'Your receipt was changed: it does not fit its entry, its proof or its signature.'
    case 'receipt-other-hub':
      return 'Your receipt is of another hub than this log.'
    case 'receipt-missing':
      return 'The entry of your receipt is not among those that this log shows.'
  }
}

function untouched(
  { size, kept, receipt }: Extract<Verdict, { found: 'untouched' }>,
  cosigned: Verified['cosigned'],
  compared: boolean,
): string {
  const parts = [
    `the log of ${entries(size)} is what was signed`,
    ...(cosigned ? [names('it', cosigned.log)] : []),
    ...(kept === null ? [] : [`it continues your checkpoint of ${entries(kept)}`]),
    ...(receipt === null ? [] : [`your receipt is its entry ${receipt}`]),
    ...(cosigned?.receipt ? [names('the checkpoint in it', cosigned.receipt)] : []),
  ]
  const nothing = receipt === null ? 'nothing outside the log' : 'nothing outside the log but your receipt'
  return `Untouched: ${parts.join(', ')}${compared ? '' : `; ${nothing} was compared`}.`
}

function names(what: string, countries: readonly CountryCode[]): string {
  if (countries.length === 0) return `none of your witnesses put its name under ${what}`
  return `${what} is co-signed by ${countries.join(', ')}${isBinding(countries) ? ' and binding' : ', too few to be binding'}`
}
