import type { PrintedReport } from '../../domain/reports/printed/printed-report.ts'
import type { ReportContent } from '../../domain/reports/report.ts'
import type { Setting } from './teller.ts'

/** The figures of a report as XLSX, in the languages of its words. The library is read when it is first needed. */
export const xlsxOf = async (setting: Setting, content: ReportContent, report: PrintedReport): Promise<Uint8Array> =>
  (await import('./xlsx/report-workbook.ts')).reportWorkbook(setting, content, report)
