import type { CountryCode } from '../domain/kernel/country.ts'
import type { OfficeId } from '../domain/kernel/ids.ts'
import type { KnownTo } from '../domain/retention/certificate.ts'
import type { Service } from './service.ts'

/** What the row of a case says of who knows of it. */
interface KnowingRow {
  readonly requestingCountry: string
  readonly countryOfReturn: string
  readonly authorOffice: string
  /** Null where the country that wrote it kept it or closed it alone: the other never heard of it. */
  readonly sentAt: string | null
}

/** The countries that know of a case, without its file. */
export function rowKnownTo({ world }: Service, row: KnowingRow): KnownTo {
  const requesting = row.requestingCountry as CountryCode
  const ofReturn = row.countryOfReturn as CountryCode
  const isOfReturn = world.offices.get(row.authorOffice as OfficeId)?.country === ofReturn
  const [openedBy, other] = isOfReturn ? [ofReturn, requesting] : [requesting, ofReturn]
  return { openedBy, sharedWith: row.sentAt === null ? null : other }
}
