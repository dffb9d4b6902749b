import { showNamed } from '../../../locales/show.ts'
import { localDay } from '../../domain/kernel/instant.ts'
import type { ReportText } from '../../domain/reports/printed/printed-report.ts'
import type { CountryPart } from '../../domain/reports/report.ts'
import { meetingName } from './meeting-names.ts'
import { periodName } from './period-names.ts'
import { asHeading, countryName, countryNames, instantInWords, type Telling, tell } from './teller.ts'

export const titleOf = (telling: Telling): string => tell(telling, `report:kind.${telling.content.kind}`)

/** Meeting or countries, and period. */
export function subtitleOf(telling: Telling): string {
  const subject = subjectOf(telling)
  const period = periodName(telling, telling.content.period)
  return asHeading(subject ? showNamed(telling.to, subject, period) : period)
}

function subjectOf(telling: Telling): string | null {
  const { corridor, conference } = telling.content
  if (corridor)
    return tell(telling, 'report:between', {
      one: countryName(telling, corridor.requestingCountry),
      other: countryName(telling, corridor.countryOfReturn),
    })
  return conference && meetingName(telling, conference)
}

/** A line for the head of every page, until the report is published. */
export function statusLineOf(telling: Telling): string | null {
  const { status } = telling.content
  return status === 'published' ? null : tell(telling, `report:statusLine.${status}`)
}

/** What the report is, of what, and who stands behind it. */
export function factsOf(telling: Telling, hash: string): ReportText['facts'] {
  const { corridor, conference, period, figures, audience, status, countries, leftOut } = telling.content
  const subject = subjectOf(telling)
  const fact = (name: FactName, value: string) => ({ label: tell(telling, `report:fact.${name}`), value })
  return [
    fact('kind', titleOf(telling)),
    ...(subject ? [fact(corridor || !conference ? 'corridor' : 'meeting', subject)] : []),
    fact('period', periodName(telling, period)),
    fact('snapshot', instantInWords(telling, figures.snapshot)),
    fact('audience', tell(telling, `report:audience.${audience}`)),
    fact('status', tell(telling, `report:status.${status}`)),
    ...countries.map((one) => clearedBy(telling, one)),
    fact('leftOut', leftOut.length > 0 ? countryNames(telling, leftOut) : tell(telling, 'report:noCountry')),
    fact('hash', hash),
  ]
}

type FactName = 'kind' | 'meeting' | 'corridor' | 'period' | 'snapshot' | 'audience' | 'status' | 'leftOut' | 'hash'

/** The office that cleared the part, and on which day of its country. */
function clearedBy(telling: Telling, { country, cleared }: CountryPart): ReportText['facts'][number] {
  const label = tell(telling, 'report:fact.cleared', { country: countryName(telling, country) })
  if (!cleared) return { label, value: tell(telling, 'report:notYet') }
  const office = telling.world.offices.get(cleared.office)?.label[telling.language] ?? cleared.office
  const day = localDay(cleared.at, telling.world.countries.get(country)?.offsetMinutes ?? 0)
  return { label, value: tell(telling, 'report:clearedAt', { day, office }) }
}
