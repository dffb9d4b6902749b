import type { ClosedCase } from '../../db/retention-queries.ts'
import type { KnownTo } from '../domain/retention/certificate.ts'
import type { Service } from './service.ts'

/** The countries that know of a closed case, without its file. */
export function closedKnownTo({ world }: Service, one: ClosedCase): KnownTo {
  const { requestingCountry, countryOfReturn, authorOffice, sentAt } = one
  const isOfReturn = world.offices.get(authorOffice)?.country === countryOfReturn
  const [openedBy, other] = isOfReturn ? [countryOfReturn, requestingCountry] : [requestingCountry, countryOfReturn]
  return { openedBy, sharedWith: sentAt === null ? null : other }
}
