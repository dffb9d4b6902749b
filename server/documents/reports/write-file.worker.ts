import { parentPort, workerData } from 'node:worker_threads'
import type { PrintedReport } from '../../domain/reports/printed/printed-report.ts'
import type { ReportContent } from '../../domain/reports/report.ts'
import type { World } from '../../domain/world.ts'
import { csvOf } from './csv.ts'
import { docxOf } from './docx.ts'
import { jsonOf } from './json.ts'
import { xlsxOf } from './xlsx.ts'

/** A file that is not typeset, and all it is made of. */
export interface FileOrder {
  readonly world: World
  readonly content: ReportContent
  readonly hash: string
  readonly format: 'docx' | 'xlsx' | 'csv' | 'json'
  /** In words; null where the format has none. */
  readonly printed: PrintedReport | null
}

// One file, in a thread of its own (file-writer.ts).
parentPort?.postMessage(await written(workerData as FileOrder))

async function written({ world, content, hash, format, printed }: FileOrder): Promise<Uint8Array> {
  if (format === 'csv') return Buffer.from(csvOf({ world }, content, hash))
  if (format === 'json') return Buffer.from(jsonOf(content, hash))
  if (!printed) throw new Error(`a file as ${format} without words`)
  return format === 'docx' ? docxOf(printed) : xlsxOf({ world }, content, printed)
}
