import { setImmediate as aTurn } from 'node:timers/promises'
import { inThread, ThreadDied } from '../../adapters/thread.ts'
import type { Language } from '../../domain/kernel/language.ts'
import type { PrintedReport } from '../../domain/reports/printed/printed-report.ts'
import type { ReportContent } from '../../domain/reports/report.ts'
import type { FileFormat } from '../../domain/reports/report-entry.ts'
import type { World } from '../../domain/world.ts'
import { type Typesetter, TypesettingFailed } from '../typesetter.ts'
import { namedWorld } from './named-world.ts'
import { reportIn } from './report-in.ts'
import type { FileOrder } from './write-file.worker.ts'

const WRITER = new URL('write-file.worker.ts', import.meta.url)

/** What a file is to be. */
interface Wanted {
  readonly format: FileFormat
  /** One, or two side by side; none where the format has no words. */
  readonly languages: readonly Language[]
}

/** Writes files of reports: those for print by the typesetter, all others in a thread of their own. */
export const fileWriter =
  (typesetter: Typesetter) =>
  async (
    { world }: { readonly world: World },
    content: ReportContent,
    hash: string,
    { format, languages }: Wanted,
    signal: AbortSignal,
  ): Promise<Uint8Array> => {
    const printed =
      languages.length > 0 ? reportIn({ world }, content, hash, languages as PrintedReport['languages']) : null
    // Others have their turn before all of it is copied.
    await aTurn()
    if (format === 'pdf') return pdfOf(typesetter, printed)
    return inThread<Uint8Array>(WRITER, orderOf(format, world, content, hash, printed), signal)
  }

function orderOf(
  format: Exclude<FileFormat, 'pdf'>,
  world: World,
  content: ReportContent,
  hash: string,
  printed: PrintedReport | null,
): FileOrder {
  if (format === 'json') return { format, content, hash }
  if (format === 'csv') return { format, content, hash, world: namedWorld(world, content) }
  if (!printed) throw new Error(`a file as ${format} without words`)
  return format === 'docx' ? { format, printed } : { format, printed, content, world: namedWorld(world, content) }
}

/** The typesetter has tried twice; whoever asked may try once more. */
const pdfOf = (typesetter: Typesetter, printed: PrintedReport | null): Promise<Uint8Array> =>
  typesetter.pdf('report', printed).catch((error: unknown) => {
    throw error instanceof TypesettingFailed ? new ThreadDied(error.message) : error
  })
