import { inThread, ThreadDied } from '../../adapters/thread.ts'
import type { Language } from '../../domain/kernel/language.ts'
import type { PrintedReport } from '../../domain/reports/printed/printed-report.ts'
import type { ReportContent } from '../../domain/reports/report.ts'
import type { FileFormat } from '../../domain/reports/report-entry.ts'
import type { World } from '../../domain/world.ts'
import { type Typesetter, TypesettingFailed } from '../typesetter.ts'
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
    if (format === 'pdf') return pdfOf(typesetter, printed)
    const order: FileOrder = { world, content, hash, format, printed }
    return inThread<Uint8Array>(WRITER, order, signal)
  }

/** The typesetter has tried twice; whoever asked may try once more. */
const pdfOf = (typesetter: Typesetter, printed: PrintedReport | null): Promise<Uint8Array> =>
  typesetter.pdf('report', printed).catch((error: unknown) => {
    throw error instanceof TypesettingFailed ? new ThreadDied(error.message) : error
  })
