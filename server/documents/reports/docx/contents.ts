import { InternalHyperlink, Paragraph, TabStopType } from 'docx'
import type { PrintedSection, ReportText } from '../../../domain/reports/printed/printed-report.ts'
import { TEXT_WIDTH } from './layout.ts'
import { field, fieldBegin, fieldEnd, runs } from './text.ts'

/** The bookmark of a heading: of this side, at this place. */
export const bookmarkOf = (side: number, section: number): string =>
  `_Toc${side + 1}${String(section).padStart(4, '0')}`

/** Level of a heading: of the second language two below, so that each language has contents of its own. */
export const levelOf = (side: number, { level }: Pick<PrintedSection, 'level'>): 1 | 2 | 3 | 4 =>
  side === 0 ? level : level === 1 ? 3 : 4

/** Contents that are there before Word makes them; it writes the page numbers in when they are updated. */
export function contentsOf({ language, contents, sections }: ReportText, side: number): readonly Paragraph[] {
  const entries = sections.map(
    (section, place) =>
      new Paragraph({
        style: `TOC${levelOf(side, section)}`,
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [
          ...(place === 0 ? fieldBegin(language, `TOC \\o "${side === 0 ? '1-2' : '3-4'}" \\h \\z`) : []),
          new InternalHyperlink({
            anchor: bookmarkOf(side, place),
            children: [
              ...runs(`${section.heading}\t`, language),
              ...field(language, `PAGEREF ${bookmarkOf(side, place)} \\h`),
            ],
          }),
          ...(place === sections.length - 1 ? [fieldEnd(language)] : []),
        ],
      }),
  )
  return [new Paragraph({ style: 'Contents', children: runs(contents, language) }), ...entries]
}
