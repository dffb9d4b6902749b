import { Document, Footer, Header, Packer, Paragraph, TabStopType } from 'docx'
import type { PrintedReport, ReportText } from '../../../domain/reports/printed/printed-report.ts'
import { coreProperties } from '../core-properties.ts'
import { repack } from '../repack.ts'
import { bodyOf } from './body.ts'
import { fontTable } from './fonts.ts'
import { TEXT_WIDTH } from './layout.ts'
import { styles } from './styles.ts'
import { paragraphs } from './tables.ts'
import { field, runs } from './text.ts'

/** 2 cm, and what a line of the head or the foot takes. */
const MARGIN = 1134
const LINE = 240

/** The report as a document that a delegation can go on writing in. */
export async function documentOf(report: PrintedReport): Promise<Uint8Array> {
  const { sides, reference, languages } = report
  const head = headOf(sides)
  const document = new Document({
    styles: styles(languages[0]),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: {
              top: MARGIN + head.length * LINE,
              bottom: MARGIN + sides.length * LINE,
              left: MARGIN,
              right: MARGIN,
              header: MARGIN / 2,
              footer: MARGIN / 2,
            },
          },
        },
        headers: { default: new Header({ children: head }) },
        footers: { default: new Footer({ children: sides.map((text) => footOf(text, reference)) }) },
        children: bodyOf(report),
      },
    ],
  })
  const bytes = await Packer.toBuffer(document)
  return repack(bytes, {
    'docProps/core.xml': coreProperties({ title: sides[0]?.title ?? '', reference, language: languages[0] }),
    'word/fontTable.xml': fontTable,
  })
}

/** On every page: that it is invented, that it is not published. */
function headOf(sides: readonly ReportText[]): readonly Paragraph[] {
  const lines = (['fictitious', 'status'] as const).flatMap((part) =>
    paragraphs(
      'Header',
      sides.flatMap((side) => (side[part] === null ? [] : [{ language: side.language, text: side[part] }])),
    ),
  )
  return lines.length > 0 ? lines : [new Paragraph({ style: 'Header' })]
}

const fields = { '{page}': 'PAGE', '{pages}': 'NUMPAGES' } as const
const isField = (piece: string): piece is keyof typeof fields => piece in fields

function footOf({ language, referenceLabel, page }: ReportText, reference: string): Paragraph {
  const pieces = page.split(/(\{pages?\})/).filter((piece) => piece !== '')
  return new Paragraph({
    style: 'Footer',
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [
      ...runs(`${referenceLabel} ${reference}\t`, language),
      ...pieces.flatMap((piece) =>
        isField(piece) ? field(language, fields[piece], runs('1', language)) : runs(piece, language),
      ),
    ],
  })
}
