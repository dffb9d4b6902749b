import { contentText } from '../../domain/reports/content-text.ts'
import type { ReportContent } from '../../domain/reports/report.ts'

/** Names this form; another form gets another name. */
const FORM = 'mekong-liaison/report/1'

/** A report as data: its content, letter for letter the text that was hashed, and that hash. */
export const jsonOf = (content: ReportContent, hash: string): string =>
  `{"content":${contentText(content)},"form":${JSON.stringify(FORM)},"hash":${JSON.stringify(hash)}}\n`
