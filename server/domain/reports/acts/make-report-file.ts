import { mayAct } from '../../disclosure/act-rules.ts'
import { choice, choices, reportId } from '../../kernel/fields.ts'
import { languages } from '../../kernel/language.ts'
import { refuse } from '../../kernel/problem.ts'
import { registerAct, registered } from '../../registers/act.ts'
import { type FileFormat, fileFormats } from '../report-entry.ts'
import { materialOf } from '../report-material.ts'
import { MOST_WAITING } from './most-waiting.ts'

const fields = {
  report: reportId('The report.'),
  format: choice('ReportFormat', fileFormats, 'What kind of file.'),
  languages: choices(
    'Language',
    languages,
    'One language, or two side by side, for PDF, DOCX and XLSX; none for CSV and JSON, which hold codes.',
  ),
} as const

/** Files of codes have no words. */
const speaks = (format: FileFormat): boolean => format !== 'csv' && format !== 'json'

/** A file of a report as it stands: made behind the act, then fetched by a link. */
export const makeReportFile = registerAct({
  name: 'makeReportFile',
  kind: 'reportFile',
  changes: false,
  fields,
  description: 'Asks for a report as a file, in one language or two side by side; it is made behind the act.',
  decide: (_entry, { format, languages: spoken }, { by, at, reports }) => {
    const refused = mayAct('makeReportFile', by)
    if (refused) return refused
    const { report, made, waiting } = materialOf(reports)
    if (!report) return refuse('NOT_FOUND', {}, ['report'])
    if (!made) return refuse('REPORT_NOT_MADE', {}, ['report'])
    const [least, most] = speaks(format) ? [1, 2] : [0, 0]
    if (spoken.length < least) return refuse('CODES_MISSING', { atLeast: least }, ['languages'])
    if (spoken.length > most) return refuse('TOO_MANY', { atMost: most }, ['languages'])
    if (waiting >= MOST_WAITING) return refuse('TOO_MANY', { atMost: MOST_WAITING })
    return registered('reportFile', at.newId(), null, {
      report: report.id,
      format,
      languages: spoken,
      office: by.office,
      country: by.country,
      askedAt: at.now,
      making: { state: 'making' },
      made: null,
    })
  },
})
