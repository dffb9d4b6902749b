import type { Conference, ConferenceSeries } from '../../domain/meetings/meeting.ts'
import { countryName, type Telling, tell } from './teller.ts'

interface NamedMeeting {
  readonly series: ConferenceSeries
  readonly number: number | null
  readonly country: Conference['country']
}

/** `Senior Officials Meeting no. 5`. */
export function meetingName(telling: Telling, { series, number, country }: NamedMeeting): string {
  const name = tell(telling, `report:series.${series}`, { country: country ? countryName(telling, country) : '' })
  return number === null ? name : tell(telling, 'report:numbered', { series: name, number: String(number) })
}
