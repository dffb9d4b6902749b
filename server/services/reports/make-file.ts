import { setImmediate as aTurn } from 'node:timers/promises'
import { sha256 } from '../../adapters/hashing.ts'
import type { Registered } from '../../domain/registers/register.ts'
import { contentHash } from '../../domain/reports/content.ts'
import type { ReportFileEntry } from '../../domain/reports/report-entry.ts'
import type { Service } from '../service.ts'
import type { Progress } from './progress.ts'
import { contentFor } from './report-sources.ts'

export interface MadeFile {
  readonly bytes: Uint8Array
  readonly contentHash: string
}

/** How a file is made of content; handed in, because documents are not the business of services. */
export type WriteFile = (
  service: Service,
  content: NonNullable<Awaited<ReturnType<typeof contentFor>>>,
  hash: string,
  file: Pick<ReportFileEntry, 'format' | 'languages'>,
  signal: AbortSignal,
) => Promise<Uint8Array>

/** One file of a report as it stands for whoever asked for it. */
export async function makeFile(
  service: Service,
  report: Registered<'report'>,
  file: ReportFileEntry,
  write: WriteFile,
  progress: Progress,
): Promise<MadeFile> {
  await progress.at('typesetting', 20)
  const content = await contentFor(service, report, file.country)
  if (!content) throw new Error('a file of a report without figures')
  const hash = contentHash(content, sha256)
  // Others have their turn between one long step and the next.
  await aTurn()
  return { bytes: await write(service, content, hash, file, progress.signal), contentHash: hash }
}
