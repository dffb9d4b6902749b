import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import { type ReportContent, reportAreas } from '../../server/domain/reports/report.ts'
import { declaration } from '../fixtures/meetings-2007/declaration.ts'
import { imm2, som5 } from '../fixtures/meetings-2007/meetings.ts'
import { plan } from '../fixtures/meetings-2007/plan.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { FiguresDesk } from '../support/figures-desk.ts'
import { immInOrder, linesOf, partsIn, reportFor, somInOrder, textIn } from '../support/meetings-reported.ts'
import { pdfLines } from '../support/pdf-text.ts'
import { type ReadTable, readDocx } from '../support/read-docx.ts'
import { words } from '../support/report-text.ts'
import { send, WayHome } from '../support/way-home.ts'

const both = ['en', 'zh'] as const

/** One report in files, English and Chinese side by side. */
interface Files {
  readonly content: ReportContent
  /** Each text of the PDF without white space: a line may end anywhere. */
  readonly pdf: string
  readonly docx: ReturnType<typeof readDocx>
}

describe.each(engineKinds)('the reports of the meetings of 2007, on %s', (kind) => {
  let api: Api
  let som: Files
  let imm: Files
  beforeAll(async () => {
    api = await Api.open(kind)
    const way = await WayHome.open(api.engine)
    await way.must('acknowledgeRequest', way.officer('LA', 'focal'), await send(way, 'TH', 'LA'))
    await send(way, 'CN', 'VN')
    const desk = new FiguresDesk(api)
    som = await files(desk, await reportFor(desk, 'SOM_PROGRESS', som5))
    imm = await files(desk, await reportFor(desk, 'IMM_SUMMARY', imm2))
  })
  afterAll(() => api.close())

  test('an agenda of five items, six delegations, what was adopted and presented', () => {
    const { conference, status } = som.content
    expect(status).toBe('published')
    expect(conference).toMatchObject({ series: 'som', number: 5, firstDay: '2007-12-12', lastDay: '2007-12-14' })
    for (const language of both)
      expect(conference?.agenda.map((one) => said(one, language))).toEqual(
        som5.agenda.map((one) => textIn(language, one)),
      )
    expect(conference?.agenda).toHaveLength(5)
    expect(conference?.delegations.map(({ country }) => country)).toEqual(countryCodes)
    const [adopted, presented, ...others] = conference?.documents ?? []
    expect([adopted?.kind, presented?.kind, others]).toEqual(['declaration', 'plan', []])
    expect(presented?.items.map(({ number, actions, text }) => [number, actions, text === null])).toEqual(
      plan.items.map(({ number, actions, text }) => [number, actions, text === null]),
    )
    expect(presented?.items.map(({ actions }) => actions)).toEqual([5, 4, 5, 8, 4, 6, 2, 5])
  })

  test('a declaration of nineteen paragraphs, of which the sixteenth is shown as missing', () => {
    const [signed, ...others] = imm.content.conference?.documents ?? []
    expect(others).toEqual([])
    expect(signed?.items.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, place) => place + 1))
    expect(signed?.items.flatMap(({ number, text }) => (text ? [] : [number]))).toEqual([16])
    expect(imm.content.conference?.signatures.map(({ country }) => country)).toEqual(countryCodes)
  })

  test('six areas in the order of 2007, in each what each country did, what came of it, what comes next', () => {
    for (const { content } of [som, imm]) {
      expect(content.countries.map(({ country }) => country)).toEqual(countryCodes)
      for (const { country, areas, cleared } of content.countries) {
        expect(cleared).not.toBeNull()
        expect(areas.map(({ area }) => area)).toEqual(reportAreas)
        for (const { area, ...parts } of areas)
          for (const part of ['activities', 'results', 'nextPlan'] as const) {
            const own = linesOf(country).filter((line) => line.area === area && line.part === part)
            for (const language of both)
              expect(parts[part].map((one) => said(one, language))).toEqual(
                own.map(({ wording }) => textIn(language, wording)),
              )
          }
      }
    }
  })

  test('its parts are the meeting, the six areas, and figures', () => {
    for (const [{ docx }, figures] of [
      [som, 'figures'],
      [imm, 'keyFigures'],
    ] as const)
      for (const [language, style] of [
        ['en', 'Heading1'],
        ['zh', 'Heading3'],
      ] as const) {
        const headings = docx.paragraphs.flatMap((one) => (one.style === style ? [one.text] : []))
        expect(headings.map(bare)).toEqual(partsIn(language, figures).map(bare))
      }
  })

  test.each(both)('DOCX holds all of it in this order: %s', (language) => {
    for (const [{ docx }, expected] of [
      [som, somInOrder(language)],
      [imm, immInOrder(language)],
    ] as const) {
      const texts = docx.paragraphs.flatMap(({ text, style }) => (style?.startsWith('TOC') ? [] : [bare(text)]))
      expect(firstMissing(texts, expected.map(bare))).toBeNull()
    }
  })

  test.each(both)('PDF holds all of it in this order: %s', (language) => {
    for (const [{ pdf }, expected] of [
      [som, somInOrder(language)],
      [imm, immInOrder(language)],
    ] as const)
      expect(firstMissingIn(pdf, expected.map(bare))).toBeNull()
  })

  test('both languages stand side by side: each item of the agenda and each paragraph in one row', () => {
    for (const [{ docx }, texts] of [
      [som, som5.agenda],
      [imm, declaration.items.flatMap(({ text }) => text ?? [])],
    ] as const) {
      const rows = docx.blocks
        .filter((block): block is ReadTable => 'rows' in block)
        .flatMap(({ rows }) => rows.map((row) => row.map((cell) => cell.map(({ text }) => text))))
      for (const one of texts) {
        const [en, zh] = both.map((language) => textIn(language, one))
        const row = rows.find((cells) => cells.some((cell) => cell.includes(en ?? '')))
        expect(
          row?.some((cell) => cell.includes(zh ?? '')),
          en,
        ).toBe(true)
      }
    }
  })

  test('paragraphs and activities keep their numbers; each activity has its number of actions', () => {
    for (const [{ pdf, docx }, items] of [
      [som, plan.items],
      [imm, declaration.items],
    ] as const)
      for (const language of both) {
        const texts = items.map(({ text }) => (text ? textIn(language, text) : (words(language)['missing'] ?? '')))
        const numbered = items.map(
          ({ number }, place) => new RegExp(`(?<!\\d)${number}\\.?${escaped(bare(texts[place] ?? ''))}`),
        )
        for (const one of numbered) expect(pdf).toMatch(one)
        // Word counts them itself: one list, each in it once and in this order.
        const lists = Map.groupBy(docx.paragraphs, ({ list }) => list)
        const whole = [...lists.values()].filter((list) => texts.every((text) => list.some((one) => one.text === text)))
        expect(whole.length).toBe(1)
        expect(whole[0]?.map(({ text }) => text)).toEqual(texts)
      }
    const tables = som.docx.blocks.flatMap((block) =>
      'heads' in block
        ? [block.rows.slice(1).map((row) => row.map((cell) => cell.map(({ text }) => text).join()))]
        : [],
    )
    expect(tables).toContainEqual([
      ['1', '5'],
      ['2', '4'],
      ['3', '5'],
      ['4', '8'],
      ['5', '4'],
      ['6', '6'],
      ['7', '2'],
      ['8', '5'],
    ])
  })
})

async function files(desk: FiguresDesk, report: string): Promise<Files> {
  const { content }: { content: ReportContent } = JSON.parse((await desk.file(report, 'json')).toString('utf8'))
  const pages = await pdfLines(await desk.file(report, 'pdf', both))
  const foot = new RegExp(`^${words('en')['reference']} ${content.reference}|^Page \\d+ of \\d+`)
  return {
    content,
    pdf: bare(pages.flatMap((lines) => lines.filter((line) => !foot.test(line))).join('')),
    docx: readDocx(await desk.file(report, 'docx', both)),
  }
}

const said = (wording: ReportContent['countries'][number]['areas'][number]['results'][number], language: Language) =>
  wording.find((one) => one.language === language)?.text

/** As it can be compared: without white space, and without the hyphens at which a line may end. */
const bare = (text: string): string => text.replace(/[\s\ufffe\u00ad-]/gu, '')
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The first of these that does not stand among the others in its turn; null where all do. */
function firstMissing(texts: readonly string[], expected: readonly string[]): string | null {
  let from = 0
  for (const one of expected) {
    const place = texts.findIndex((text, at) => at >= from && text.endsWith(one))
    if (place < 0) return one
    from = place + 1
  }
  return null
}
function firstMissingIn(text: string, expected: readonly string[]): string | null {
  let from = 0
  for (const one of expected) {
    const place = text.indexOf(one, from)
    if (place < 0) return one
    from = place + one.length
  }
  return null
}
