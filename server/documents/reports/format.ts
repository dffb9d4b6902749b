import type { FileFormat } from '../../domain/reports/report-entry.ts'

/** The files a report comes as. Those that are read by programs say it in codes, the same for every language. */
export const formats = {
  pdf: { mediaType: 'application/pdf', extension: 'pdf', inLanguages: true },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    inLanguages: true,
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    inLanguages: true,
  },
  csv: { mediaType: 'text/csv; charset=utf-8', extension: 'csv', inLanguages: false },
  json: { mediaType: 'application/json; charset=utf-8', extension: 'json', inLanguages: false },
} as const satisfies Record<FileFormat, unknown>
