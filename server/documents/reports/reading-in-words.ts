import type { PrintedSection } from '../../domain/reports/printed/printed-report.ts'
import { list, part } from './blocks.ts'
import { periodName } from './period-names.ts'
import { countryNames, instantInWords, type Telling, tell } from './teller.ts'
import { ownItem } from './worded.ts'

/** How to read the report: its signs, by which rules numbers are not shown, what it is made of, and what is left out. */
export const readingInWords = (telling: Telling, hash: string): readonly PrintedSection[] => [
  part(tell(telling, 'report:section.reading'), [
    list(
      [
        tell(telling, 'report:note.withheld'),
        tell(telling, 'report:note.notCleared'),
        tell(telling, 'report:note.nothing'),
        ...rulesInWords(telling),
        tell(telling, 'report:reading.consent'),
        tell(telling, 'report:reading.period', {
          period: periodName(telling, telling.content.period),
          snapshot: instantInWords(telling, telling.content.figures.snapshot),
        }),
        ...(telling.content.figures.periodEnded ? [] : [tell(telling, 'report:reading.running')]),
        tell(telling, 'report:reading.hash', { hash }),
        ...(telling.content.kind === 'imm-summary'
          ? []
          : [tell(telling, 'report:note.durations'), tell(telling, 'report:note.national')]),
        tell(telling, 'report:reading.drafted'),
        tell(telling, 'report:reading.language'),
        ...clearanceInWords(telling),
      ].map((text) => ownItem(text)),
    ),
  ]),
]

/** The rules of disclosure control for those whom the report is written for. */
function rulesInWords(telling: Telling): readonly string[] {
  const { threshold, interval, assumed } = telling.content.figures.rules
  return [
    tell(telling, 'report:reading.threshold', { most: String(threshold - 1) }),
    tell(telling, 'report:reading.interval', { width: String(interval) }),
    ...(assumed ? [tell(telling, 'report:reading.assumed')] : []),
  ]
}

function clearanceInWords(telling: Telling): readonly string[] {
  const { leftOut, countries } = telling.content
  const waiting = countries.filter(({ cleared }) => cleared === null).map(({ country }) => country)
  return [
    leftOut.length > 0
      ? tell(telling, 'report:reading.leftOut', { countries: countryNames(telling, leftOut) })
      : tell(telling, 'report:reading.nobodyLeftOut'),
    ...(waiting.length > 0
      ? [tell(telling, 'report:reading.waiting', { countries: countryNames(telling, waiting) })]
      : []),
  ]
}
