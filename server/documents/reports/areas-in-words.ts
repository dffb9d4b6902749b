import type { CountryCode } from '../../domain/kernel/country.ts'
import type { PrintedBlock, PrintedSection } from '../../domain/reports/printed/printed-report.ts'
import { type AreaPart, type AreaText, areaParts, type ReportArea, reportAreas } from '../../domain/reports/report.ts'
import { below, list, paragraph, part } from './blocks.ts'
import { draftedInWords } from './drafted-in-words.ts'
import { codeName, countryName, countryNames, type Telling, tell } from './teller.ts'
import { itemOf, ownItem } from './worded.ts'

/** The six areas in their order, in each what every country says under these headings. */
export const areasInWords = (telling: Telling, parts: readonly AreaPart[] = areaParts): readonly PrintedSection[] =>
  reportAreas.flatMap((area) => areaInWords(telling, area, parts))

function areaInWords(telling: Telling, area: ReportArea, parts: readonly AreaPart[]): readonly PrintedSection[] {
  const heading = codeName(telling, 'report-area', area)
  const { countries } = telling.content
  if (countries.length === 0) return [part(heading, [paragraph(tell(telling, 'report:nobody'))])]
  const said = countries.map(({ country, areas }) => {
    const text = areas.find((one) => one.area === area)
    return { country, blocks: text ? parts.flatMap((one) => partInWords(telling, country, text, one)) : [] }
  })
  const silent = said.filter(({ blocks }) => blocks.length === 0).map(({ country }) => country)
  const nothing = paragraph(tell(telling, 'report:nothingSaid', { country: countryNames(telling, silent) }))
  return [
    part(heading, silent.length > 0 ? [nothing] : []),
    ...said
      .filter(({ blocks }) => blocks.length > 0)
      .map(({ country, blocks }) => below(countryName(telling, country), blocks)),
  ]
}

/** Drafted sentences first, then the country's own. */
function partInWords(telling: Telling, country: CountryCode, text: AreaText, name: AreaPart): readonly PrintedBlock[] {
  const drafted = text.drafted.filter((line) => line.part === name)
  const items = [
    ...drafted.map((line) => ownItem(draftedInWords(telling, country, line))),
    ...text[name].map((wording) => itemOf(telling, wording)),
  ]
  return items.length > 0 ? [paragraph(tell(telling, `report:part.${name}`)), list(items)] : []
}
