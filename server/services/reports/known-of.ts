import type { Period } from '../../domain/aggregates/period.ts'
import type { CountryCode } from '../../domain/kernel/country.ts'
import type { KnownOf } from '../../domain/reports/drafted-lines.ts'
import type { Service } from '../service.ts'
import { meetingsIn } from './meetings-in.ts'

/** What the service knows of each country beside the figures: its offices, its meetings, what it agreed on. */
export async function knownOf(service: Service, period: Period): Promise<(country: CountryCode) => KnownOf> {
  const { offices, limitProposals } = service.world
  const meetings = await meetingsIn(service, period)
  return (country) => ({
    offices: [...offices.values()].filter((one) => one.country === country).length,
    taskforceMeetings: meetings.filter(({ series, countries }) => series === 'taskforce' && countries.includes(country))
      .length,
    caseMeetings: meetings.filter(
      ({ series, countries }) => series === 'case-management' && countries.includes(country),
    ).length,
    limitsAgreed: [...limitProposals.values()].filter(
      ({ content }) =>
        content.status === 'CONFIRMED' &&
        (content.requestingCountry === country || content.countryOfReturn === country),
    ).length,
  })
}
