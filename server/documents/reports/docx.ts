import type { PrintedReport } from '../../domain/reports/printed/printed-report.ts'

/** The report as DOCX. The library is read when it is first needed. */
export const docxOf = async (report: PrintedReport): Promise<Uint8Array> =>
  (await import('./docx/document.ts')).documentOf(report)
