import type { Engine } from '../../db/engine.ts'
import { type ExportFor, exportLog } from '../../server/services/log/export.ts'

/** The exported log, a text a line. */
export async function exportedLines(engine: Engine, reader: ExportFor): Promise<readonly string[]> {
  const lines = await exportLog(engine, reader)
  if (!lines) throw new Error('nothing was signed')
  const texts: string[] = []
  for await (const line of lines) texts.push(JSON.stringify(line))
  return texts
}
