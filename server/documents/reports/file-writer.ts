import { apart, ProcessDied } from '../../adapters/apart.ts'
import type { Language } from '../../domain/kernel/language.ts'
import type { PrintedReport } from '../../domain/reports/printed/printed-report.ts'
import type { ReportContent } from '../../domain/reports/report.ts'
import type { FileFormat } from '../../domain/reports/report-entry.ts'
import type { World } from '../../domain/world.ts'
import { type Typesetter, TypesettingFailed } from '../typesetter.ts'
import { namedWorld } from './named-world.ts'
import type { FileOrder } from './write-file.worker.ts'

const WRITER = new URL('write-file.worker.ts', import.meta.url)

/** What a file is to be. */
interface Wanted {
  readonly format: FileFormat
  /** One, or two side by side; none where the format has no words. */
  readonly languages: readonly Language[]
}

/** Writes files of reports in a process of their own; those for print are put into words there and typeset afterwards. */
export const fileWriter =
  (typesetter: Typesetter) =>
  async (
    { world }: { readonly world: World },
    content: ReportContent,
    hash: string,
    { format, languages }: Wanted,
    signal: AbortSignal,
  ): Promise<Uint8Array> => {
    const order: FileOrder = {
      format,
      languages: languages as FileOrder['languages'],
      content,
      hash,
      world: namedWorld(world, content),
    }
    return format === 'pdf'
      ? pdfOf(typesetter, await apart<PrintedReport>(WRITER, order, signal))
      : apart<Uint8Array>(WRITER, order, signal)
  }

/** The typesetter has tried twice; whoever asked may try once more. */
const pdfOf = (typesetter: Typesetter, printed: PrintedReport): Promise<Uint8Array> =>
  typesetter.pdf('report', printed).catch((error: unknown) => {
    throw error instanceof TypesettingFailed ? new ProcessDied(error.message) : error
  })
