import { answerApart } from '../../adapters/answer-apart.ts'
import type { PrintedReport } from '../../domain/reports/printed/printed-report.ts'
import type { ReportContent } from '../../domain/reports/report.ts'
import type { FileFormat } from '../../domain/reports/report-entry.ts'
import { csvOf } from './csv.ts'
import { docxOf } from './docx.ts'
import { jsonOf } from './json.ts'
import type { NamedWorld } from './named-world.ts'
import { reportIn } from './report-in.ts'
import { xlsxOf } from './xlsx.ts'

/** A file, and all it is made of. */
export interface FileOrder {
  readonly format: FileFormat
  /** None where the format has no words. */
  readonly languages: PrintedReport['languages'] | readonly []
  readonly content: ReportContent
  readonly hash: string
  readonly world: NamedWorld
}

// One file, in a process of its own (file-writer.ts); of one for print only the words.
answerApart(written)

async function written(order: FileOrder): Promise<Uint8Array | PrintedReport> {
  switch (order.format) {
    case 'pdf':
      return inWords(order)
    case 'docx':
      return docxOf(inWords(order))
    case 'xlsx':
      return xlsxOf(order, order.content, inWords(order))
    case 'csv':
      return Buffer.from(csvOf(order, order.content, order.hash))
    case 'json':
      return Buffer.from(jsonOf(order.content, order.hash))
  }
}

function inWords(order: FileOrder): PrintedReport {
  const { format, languages, content, hash } = order
  if (languages.length === 0) throw new Error(`a file as ${format} without words`)
  return reportIn(order, content, hash, languages)
}
