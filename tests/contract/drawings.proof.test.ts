import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { shippedProcedures } from '../../db/reference/read.ts'
import type { StepKey } from '../../server/domain/kernel/ids.ts'
import { type Language, languages } from '../../server/domain/kernel/language.ts'
import { drawProcedure } from '../../server/domain/procedures/draw.ts'
import type { Procedure, Step } from '../../server/domain/procedures/procedure.ts'

const procedures = shippedProcedures().map(({ procedure }) => procedure)

/** What Mermaid made of a flow chart. */
interface FlowChart {
  getVertices(): ReadonlyMap<string, { readonly text: string }>
  getEdges(): readonly { readonly start: string; readonly end: string; readonly text: string }[]
  getSubGraphs(): readonly { readonly id: string; readonly nodes: readonly string[] }[]
}
interface Mermaid {
  parse(drawing: string): Promise<{ readonly diagramType: string }>
  readonly mermaidAPI: { getDiagramFromText(drawing: string): Promise<{ readonly db: FlowChart }> }
}

/**
 * Mermaid's own bundle, run as the page script it is. Its sanitizer asks for a document before it says that it cannot
 * work here; then it leaves texts as they are. Nothing else of a page is needed to parse.
 */
const mermaid = ((): Mermaid => {
  const page = { window: { document: { nodeType: 9, createElement: () => ({}) }, Element: class {} }, console }
  const script = fileURLToPath(import.meta.resolve('@mermaid-js/tiny'))
  runInContext(readFileSync(script, 'utf8'), createContext(page), { filename: script })
  return (page as unknown as { mermaid: Mermaid }).mermaid
})()

/** Mermaid keeps character codes such as `#35;` in a form of its own until it paints. */
const painted = (text: string): string =>
  text.replaceAll(/ﬂ°°(\d+)¶ß/g, (_whole, code: string) => String.fromCharCode(Number(code)))

async function parsed(drawing: string) {
  expect(await mermaid.parse(drawing)).toMatchObject({ diagramType: 'flowchart-v2' })
  const { db } = await mermaid.mermaidAPI.getDiagramFromText(drawing)
  return {
    boxes: [...db.getVertices()].map(([id, { text }]) => [id, painted(text.split('<br/>')[0] ?? '')]),
    lanes: db.getSubGraphs().map(({ id, nodes }) => [id, [...nodes].sort()]),
    arrows: db.getEdges().map(({ start, end, text }) => [start, end, text]),
  }
}

const box = (key: StepKey): string => `step_${key.replaceAll('-', '_')}`

/** What a drawing has to say, from the procedure itself. */
function expected({ steps }: Procedure, language: Language) {
  const lane = (side: string) => steps.filter((step) => step.owedBy.side === side)
  const condition = ({ when }: Step) => (!when ? '' : 'fact' in when ? when.fact : when.result.join(', '))
  return {
    boxes: [...lane('requesting'), ...lane('return')].map(({ key, label }) => [box(key), label[language]]),
    lanes: [
      [
        'requestingCountry',
        lane('requesting')
          .map(({ key }) => box(key))
          .sort(),
      ],
      [
        'countryOfReturn',
        lane('return')
          .map(({ key }) => box(key))
          .sort(),
      ],
    ],
    arrows: steps.flatMap((step) => step.after.map((before) => [box(before), box(step.key), condition(step)])),
  }
}

describe('drawings', () => {
  // In full every language of every file; else each file in two, so that all seven are drawn.
  const drawnIn = (position: number) =>
    process.env['PROOFS'] === 'full' ? languages : (['en', languages[position % languages.length] ?? 'km'] as const)
  const files = procedures.map((one, position) => [one.id, one, drawnIn(position)] as const)
  test.each(files)('%s: Mermaid finds all of it', async (_id, procedure, drawn) => {
    for (const language of drawn)
      expect(await parsed(drawProcedure(procedure, language)), language).toEqual(expected(procedure, language))
  })

  const [procedure] = procedures
  if (!procedure) throw new Error('no procedure is shipped')
  const [first, second] = procedure.steps
  if (!first || !second) throw new Error(`${procedure.id} has no two steps`)

  test.each<[string, (drawing: string) => string]>([
    ['a bracket is not closed', (drawing) => drawing.replace('"]', '"')],
    ['a quote is not closed', (drawing) => drawing.replace('"]', ']')],
    ['a quote stands in a label', (drawing) => drawing.replace('["', '["a "quote" ')],
    ['a step is called end', (drawing) => drawing.replaceAll(box(first.key), 'end')],
    ['a lane is not closed', (drawing) => drawing.replace('\n  end\n', '\n')],
    ['an arrow leads nowhere', (drawing) => `${drawing}  ${box(first.key)} -->\n`],
    ['nothing says what it is', (drawing) => drawing.replace('flowchart TB', '')],
  ])('Mermaid refuses a drawing where %s', async (_what, damage) => {
    const drawing = drawProcedure(procedure, 'en')
    const damaged = damage(drawing)
    expect(damaged).not.toBe(drawing)
    await expect(mermaid.parse(damaged)).rejects.toThrow(/Parse error|No diagram type/)
  })

  test.each([
    'say "yes" -->|no| [x] (y) {z}',
    'a "]; end',
    'end',
    '`code` *bold* _thin_ $$x^2$$',
    '# 5, #35; #quot; &amp; <b>bold</b><br/>',
    'style a fill:#fff; and more; classDef b:#000;',
    '%% nothing\n%%{init: {"theme": "dark"}}%%\r\nend\n  subgraph z\\n',
    'ខ្មែរ\u200bភាសា ລາວ မြန်မာ ไทย Tiếng Việt 中文：“书”； 🛂',
  ])('a label may be %j', async (text) => {
    const label = Object.fromEntries(languages.map((language) => [language, text])) as Step['label']
    const labelled = { ...procedure, steps: procedure.steps.map((step) => ({ ...step, label })) }
    expect(await parsed(drawProcedure(labelled, 'en'))).toEqual(expected(labelled, 'en'))
  })

  test.each(['end', 'graph', 'subgraph', 'style', 'class', 'click', 'default', 'call', 'href', 'x', 'o', '1'])(
    'a step may be called %s',
    async (word) => {
      const key = word as StepKey
      const renamed = {
        ...procedure,
        steps: [
          { ...first, key },
          { ...second, after: [key] },
        ],
      }
      expect(await parsed(drawProcedure(renamed, 'en'))).toEqual(expected(renamed, 'en'))
    },
  )

  test('a lane may be empty', async () => {
    const oneSided = { ...procedure, steps: [first] }
    expect(await parsed(drawProcedure(oneSided, 'en'))).toEqual(expected(oneSided, 'en'))
  })
})
