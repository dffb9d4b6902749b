import { countryCodes } from '../../server/domain/kernel/country.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import type { TypedWording } from '../../server/domain/kernel/wording.ts'
import { type AreaPart, areaParts, type ReportArea, reportAreas } from '../../server/domain/reports/report.ts'
import { areaLines } from '../fixtures/meetings-2007/area-lines.ts'
import { declaration } from '../fixtures/meetings-2007/declaration.ts'
import { imm2, som5 } from '../fixtures/meetings-2007/meetings.ts'
import { plan } from '../fixtures/meetings-2007/plan.ts'
import type { FiguresDesk } from './figures-desk.ts'
import { countryIn, words, world } from './report-text.ts'

type Country = (typeof countryCodes)[number]

/** What a country says of 2007: its own lines, and those that the newsletter says of all six. */
export const linesOf = (country: Country) =>
  areaLines.filter((line) => line.country === country || line.country === 'ALL')
const linesIn = (country: Country, area: ReportArea, part: AreaPart) =>
  linesOf(country).filter((line) => line.area === area && line.part === part)

/** A report for one of the two meetings, with what all six countries say; published. */
export async function reportFor(desk: FiguresDesk, kind: 'SOM_PROGRESS' | 'IMM_SUMMARY', meeting: object) {
  const noun = await desk.must(await desk.api.keyOf('secretariat'), 'recordMeeting', meeting)
  const report = await desk.draft({ kind, year: 2026, meeting: noun })
  for (const country of countryCodes)
    await desk.write(
      report,
      country,
      linesOf(country).map(({ area, part, wording }) => ({
        area: area.toUpperCase(),
        part: part === 'nextPlan' ? 'NEXT_PLAN' : part.toUpperCase(),
        wording,
      })),
    )
  await desk.clear(report)
  await desk.publish(report)
  return report
}

export const textIn = (language: Language, { texts }: TypedWording): string => {
  const found = texts.find((one) => one.language === language)
  if (!found) throw new Error(`nothing in ${language}`)
  return found.note.text
}

/** Texts of a document of the meeting in their order; a gap is said to be one. */
const itemsIn = (language: Language, items: readonly { readonly text: TypedWording | null }[]): readonly string[] =>
  items.map(({ text }) => (text ? textIn(language, text) : (words(language)['missing'] ?? '')))

/** The name of an area as it heads a part. */
const areaHeading = (language: Language, area: ReportArea): string => {
  const label = world.codeLists.get('report-area')?.codes.find(({ code }) => code === area)?.label[language] ?? ''
  return label.charAt(0).toUpperCase() + label.slice(1)
}

/** The six areas, in each what each country says under each heading; who says nothing of one has no heading there. */
function areasIn(language: Language, parts: readonly AreaPart[]): readonly string[] {
  return reportAreas.flatMap((area) => [
    areaHeading(language, area),
    ...countryCodes.flatMap((country) => {
      const said = parts.flatMap((part) => {
        const lines = linesIn(country, area, part)
        return lines.length > 0
          ? [words(language)[`part.${part}`] ?? '', ...lines.map(({ wording }) => textIn(language, wording))]
          : []
      })
      return said.length > 0 ? [countryIn(language, country), ...said] : []
    }),
  ])
}

const heading = (language: Language, name: string): string => words(language)[`section.${name}`] ?? ''

/** The parts of a report: the meeting, the six areas, figures, how to read it. */
export const partsIn = (language: Language, figures: 'figures' | 'keyFigures'): readonly string[] => [
  heading(language, 'meeting'),
  ...reportAreas.map((area) => areaHeading(language, area)),
  ...[heading(language, figures), heading(language, 'reading')],
]

/** What stands in the report of the Senior Officials, one after another; other things may stand between. */
export const somInOrder = (language: Language): readonly string[] => [
  ...[heading(language, 'agenda'), ...som5.agenda.map((one) => textIn(language, one))],
  ...[heading(language, 'delegations'), ...countryCodes.map((country) => countryIn(language, country))],
  ...[heading(language, 'documents'), textIn(language, declaration.title), textIn(language, plan.title)],
  ...itemsIn(language, plan.items),
  ...[heading(language, 'outcomes'), ...som5.outcomes.map((one) => textIn(language, one))],
  ...areasIn(language, areaParts),
]

/** The same of the ministers’ summary: what came of it, results and next plans. */
export const immInOrder = (language: Language): readonly string[] => [
  ...[heading(language, 'documents'), textIn(language, declaration.title)],
  ...itemsIn(language, declaration.items),
  ...[heading(language, 'outcomes'), ...imm2.outcomes.map((one) => textIn(language, one))],
  ...[heading(language, 'decisions'), ...imm2.decisions.map(({ text }) => textIn(language, text))],
  ...[heading(language, 'signatures'), ...countryCodes.map((country) => countryIn(language, country))],
  ...areasIn(language, ['results', 'nextPlan']),
]
