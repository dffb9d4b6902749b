import { parentPort, workerData } from 'node:worker_threads'
import type { PrintedReport } from '../../domain/reports/printed/printed-report.ts'
import type { ReportContent } from '../../domain/reports/report.ts'
import type { World } from '../../domain/world.ts'
import { csvOf } from './csv.ts'
import { docxOf } from './docx.ts'
import { jsonOf } from './json.ts'
import { xlsxOf } from './xlsx.ts'

/** A file that is not typeset, and all it is made of. */
export type FileOrder =
  | { readonly format: 'docx'; readonly printed: PrintedReport }
  | { readonly format: 'xlsx'; readonly printed: PrintedReport; readonly content: ReportContent; readonly world: World }
  | { readonly format: 'csv'; readonly content: ReportContent; readonly hash: string; readonly world: World }
  | { readonly format: 'json'; readonly content: ReportContent; readonly hash: string }

// One file, in a thread of its own (file-writer.ts).
parentPort?.postMessage(await written(workerData as FileOrder))

async function written(order: FileOrder): Promise<Uint8Array> {
  switch (order.format) {
    case 'docx':
      return docxOf(order.printed)
    case 'xlsx':
      return xlsxOf(order, order.content, order.printed)
    case 'csv':
      return Buffer.from(csvOf(order, order.content, order.hash))
    case 'json':
      return Buffer.from(jsonOf(order.content, order.hash))
  }
}
