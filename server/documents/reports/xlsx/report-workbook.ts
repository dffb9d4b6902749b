import type { PrintedReport } from '../../../domain/reports/printed/printed-report.ts'
import type { ReportContent } from '../../../domain/reports/report.ts'
import { coreProperties } from '../core-properties.ts'
import { repack } from '../repack.ts'
import { type Setting, tell, tellingIn } from '../teller.ts'
import { aboutSheet } from './about-sheet.ts'
import { durationsSheet, limitsSheet, queriesSheet, reportedSheet } from './figure-sheets.ts'
import { sheetName } from './sheet-name.ts'
import { tableSheet } from './table-sheet.ts'
import { workbookOf } from './workbook.ts'

/** First what the report is; a sheet for each table; durations, national figures, limits; what was asked. */
export async function reportWorkbook(
  setting: Setting,
  content: ReportContent,
  report: PrintedReport,
): Promise<Uint8Array> {
  const { figures } = content
  const [language] = report.languages
  const tellings = report.languages.map((one) => tellingIn(setting, content, one))
  const sheets = [
    ...figures.tables.map((table) => tableSheet(tellings, table)),
    durationsSheet(tellings, figures),
    reportedSheet(tellings, figures),
    limitsSheet(tellings, figures),
    queriesSheet(tellings, figures),
  ].map((sheet, place) => ({ name: sheetName(`${place + 1} ${sheet.titles[0]}`), sheet }))
  const about = aboutSheet(tellings, report, sheets)
  const aboutName = sheetName(tell(tellingIn(setting, content, language), 'report:section.reading'))
  const bytes = await workbookOf([{ name: aboutName, sheet: about }, ...sheets])
  const { reference, sides } = report
  return repack(bytes, {
    'docProps/core.xml': coreProperties({ title: sides[0]?.title ?? '', reference, language }),
  })
}
