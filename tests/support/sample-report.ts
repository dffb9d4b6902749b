import { readWorld } from '../../db/reference/world.ts'
import { say } from '../../locales/index.ts'
import { languages as allLanguages, type Language } from '../../server/domain/kernel/language.ts'
import type {
  PrintedBlock,
  PrintedCell,
  PrintedReport,
  PrintedSection,
  ReportText,
} from '../../server/domain/reports/printed/printed-report.ts'
import { areas, paragraph, sentence, term } from './sample-words.ts'

const world = readWorld([])
const codes = [...world.codeLists.values()].flatMap(({ list, codes }) => codes.map(({ label }) => ({ list, label })))
const countries = [...world.countries.values()]
const questions = [...world.questions.values()]
const instruments = [...world.instruments.values()]

/** A report of real words in no sensible order, in so many parts of about four pages; what matters is how it is set. */
export const sampleReport = (languages: PrintedReport['languages'], parts = 2): PrintedReport => ({
  languages,
  reference: 'SOM-2025-7Q4M9D',
  hash: '0f3c5e7a9b1d'.repeat(5).padEnd(64, '0'),
  sides: languages.map((language) => sampleSide(language, parts)),
})

/** The same in one language, with some of its parts changed. */
export function reportWith(language: Language, changed: Partial<ReportText>): PrintedReport {
  const report = sampleReport([language], 1)
  return { ...report, sides: report.sides.map((side) => ({ ...side, ...changed })) }
}

/** A report of one section that holds these blocks. */
export const reportOf = (language: Language, ...blocks: readonly PrintedBlock[]): PrintedReport =>
  reportWith(language, { sections: [{ level: 1, heading: term(language, 'national-figure'), blocks }] })

function sampleSide(language: Language, parts: number): ReportText {
  const to = { language, offsetMinutes: 0 }
  return {
    language,
    fictitious: say(to, 'letters:fictitious'),
    status: say(to, 'labels:stage.IN_REVIEW'),
    title: term(language, 'progress-report'),
    subtitle: `${term(language, 'senior-officials-meeting')}, 2025-Q1 – 2025-Q4`,
    facts: [
      { label: term(language, 'receipt'), value: '0f3c5e7a9b1d'.repeat(5).padEnd(64, '0') },
      { label: term(language, 'agreement'), value: instruments[0]?.label[language] ?? '' },
      { label: term(language, 'country-of-return'), value: sentence(language, 3) },
    ],
    referenceLabel: say(to, 'letters:reference'),
    contents: term(language, 'agenda'),
    sections: Array.from({ length: parts }, (_, part) => [
      figuresPart(language, part),
      ...countryPart(language, part),
    ]).flat(),
    page: `${say(to, 'letters:page')} {page} / {pages}`,
  }
}

/** Tables and charts; of the first part the longest. */
function figuresPart(language: Language, part: number): PrintedSection {
  const listed = codes.slice(part * 40, part * 40 + (part === 0 ? 60 : 20))
  const wide = {
    kind: 'table',
    id: `by-country-${part}`,
    caption: sentence(language, part + 7),
    head: [term(language, 'indicator'), ...countries.map(({ label }) => label[language])],
    numeric: [1, 2, 3, 4, 5, 6],
    rows: listed.map(({ label }, row) => [words(label[language]), ...countries.map((_, place) => figure(row, place))]),
    notes: [sentence(language, part + 8), `… ${term(language, 'suppressed-figure')}`],
  } as const satisfies PrintedBlock
  const long = {
    kind: 'table',
    id: `limits-${part}`,
    caption: sentence(language, part + 20),
    head: ['agreement', 'decision', 'time-limit'].map((key) => term(language, key)),
    numeric: [2],
    rows: instruments
      .slice(part * 5, part * 5 + 10)
      .map(({ label }, row) => [
        words(label[language]),
        words(questions[row]?.label[language] ?? ''),
        figure(row, part + 7),
      ]),
    notes: [],
  } as const satisfies PrintedBlock
  const bars = listed.map(({ label }, row) => ({ label: label[language], ...figure(row, 1) }))
  return {
    level: 1,
    heading: `${term(language, 'national-figure')} ${part + 1}`,
    blocks: [
      { kind: 'paragraph', text: paragraph(language, part) },
      wide,
      { kind: 'chart', caption: wide.caption, table: wide.id, bars },
      long,
      { kind: 'chart', caption: long.caption, table: long.id, bars: bars.slice(0, 8) },
    ],
  }
}

/** What one country says of the six areas: paragraphs, a numbered list, one with items in other languages. */
function countryPart(language: Language, part: number): readonly PrintedSection[] {
  const heading = countries[part % countries.length]?.label[language] ?? ''
  return [
    {
      level: 1,
      heading: `${heading} ${part + 1}`,
      blocks: [{ kind: 'paragraph', text: paragraph(language, part + 3) }],
    },
    ...areas.map((area, place): PrintedSection => {
      const at = part * 20 + place * 3
      const foreign = allLanguages[(at + place) % allLanguages.length] ?? 'en'
      const numbered = [0, 1, 2].map((item) => ({
        number: `${item + 9}.`,
        text: sentence(language, at + item),
        foreign: null,
      }))
      const spoken = world.codeLists.get('language')?.codes.find(({ code }) => code === foreign)
      const note = `(${spoken?.label[language] ?? foreign})`
      return {
        level: 2,
        heading: term(language, area),
        blocks: [
          { kind: 'paragraph', text: paragraph(language, at) },
          { kind: 'list', items: numbered },
          {
            kind: 'list',
            items: [
              { number: null, text: sentence(language, at + 5), foreign: null },
              {
                number: null,
                text: sentence(foreign, at + 6),
                foreign: foreign === language ? null : { language: foreign, note },
              },
            ],
          },
        ],
      }
    }),
  ]
}

const words = (text: string): PrintedCell => ({ text, value: null })

/** Each figure another, up to six digits; some are withheld. */
function figure(row: number, column: number): PrintedCell {
  if ((row + column * 2) % 9 === 4) return { text: '…', value: null }
  const value = (row * 7919 + column * 104_729) % (row % 10 === 0 ? 999_983 : 9973)
  return { text: String(value), value }
}
