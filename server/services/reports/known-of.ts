import type { Period } from '../../domain/aggregates/period.ts'
import type { CountryCode } from '../../domain/kernel/country.ts'
import { countriesOf, type MeetingSeries } from '../../domain/meetings/any-meeting.ts'
import type { KnownOf } from '../../domain/reports/drafted-lines.ts'
import type { Service } from '../service.ts'
import { meetingsIn } from './meetings-in.ts'

/** What the service knows of each country beside the figures: its offices, its meetings, what it agreed on. */
export async function knownOf(service: Service, period: Period): Promise<(country: CountryCode) => KnownOf> {
  const { offices, limitProposals } = service.world
  const meetings = await meetingsIn(service, period)
  const held = (series: MeetingSeries, country: CountryCode) =>
    meetings.filter((one) => one.series === series && countriesOf(one).includes(country)).length
  return (country) => ({
    offices: [...offices.values()].filter((one) => one.country === country).length,
    taskforceMeetings: held('taskforce', country),
    caseMeetings: held('case-management', country),
    limitsAgreed: [...limitProposals.values()].filter(
      ({ content }) =>
        content.status === 'CONFIRMED' &&
        (content.requestingCountry === country || content.countryOfReturn === country),
    ).length,
  })
}
