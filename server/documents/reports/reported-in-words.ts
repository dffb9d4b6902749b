import type { PrintedBlock } from '../../domain/reports/printed/printed-report.ts'
import type { ReportedFigure } from '../../domain/reports/report.ts'
import { figure, list, paragraph, words } from './blocks.ts'
import { periodName } from './period-names.ts'
import { plainTable } from './plain-table.ts'
import { trace } from './table-notes.ts'
import { codeName, countryName, directionName, type Telling, tell } from './teller.ts'
import { ownItem } from './worded.ts'

/** What each country counted itself, one below the other and never added up; then how it counted. */
export function reportedInWords(telling: Telling): readonly PrintedBlock[] {
  const { reported, snapshot } = telling.content.figures
  if (reported.length === 0) return [paragraph(tell(telling, 'report:noFigures'))]
  const sources = [...Map.groupBy(reported, sourceKey)]
  const numberOf = (one: ReportedFigure) => String(sources.findIndex(([key]) => key === sourceKey(one)) + 1)
  return [
    plainTable(
      telling,
      {
        id: 'national-figures',
        caption: tell(telling, 'report:table.national-figures'),
        notes: [
          tell(telling, 'report:note.national'),
          trace(telling, 'national-figures', `reported?snapshot=${snapshot}`),
        ],
      },
      [
        { head: tell(telling, 'report:head.country'), cell: ({ country }) => words(countryName(telling, country)) },
        {
          head: tell(telling, 'report:head.indicator'),
          cell: ({ indicator }) => words(codeName(telling, 'aggregate-indicator', indicator)),
        },
        { head: tell(telling, 'report:head.period'), cell: ({ period }) => words(periodName(telling, period)) },
        {
          head: tell(telling, 'report:head.corridor'),
          cell: ({ corridor }) =>
            words(corridor ? directionName(telling, corridor) : tell(telling, 'report:wholeCountry')),
        },
        { head: tell(telling, 'report:head.figure'), numeric: true, cell: ({ total }) => figure(total) },
        { head: tell(telling, 'report:head.source'), cell: (one) => words(numberOf(one)) },
      ],
      reported,
    ),
    list(sources.flatMap(([, [one]]) => (one ? [ownItem(sourceInWords(telling, one), numberOf(one))] : []))),
  ]
}

const sourceKey = ({ country, definition, coverage, source, sourceDay }: ReportedFigure): string =>
  JSON.stringify([country, definition, coverage, source, sourceDay])

const sourceInWords = (telling: Telling, { definition, coverage, source, sourceDay }: ReportedFigure): string =>
  tell(telling, 'report:source', { definition, coverage, source, day: sourceDay })
