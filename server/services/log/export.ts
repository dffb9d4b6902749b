import { cosignaturesOf, newestCheckpoints } from '../../../db/checkpoint-queries.ts'
import type { Engine } from '../../../db/engine.ts'
import { entriesPlaced, keptOf, type PlacedEntry } from '../../../db/log-queries.ts'
import { LOG_FORMAT, type LogHeader } from '../../domain/journal/log-line.ts'
import type { CountryCode } from '../../domain/kernel/country.ts'

/**
 * What of the entries goes out. `rows`: what the permanent table says of each. `all`: content beside it. A country: its
 * own acts with their content, and of all others place and hash alone: when and of what kind they were can tell what is
 * none of its business.
 */
export type ExportFor = 'rows' | 'all' | CountryCode

const PAGE = 500

/** The log as it was last signed, line by line; null where nothing was signed yet. */
export async function exportLog(engine: Engine, reader: ExportFor): Promise<AsyncGenerator<object> | null> {
  const [checkpoint] = await newestCheckpoints(engine, 1)
  if (!checkpoint) return null
  const { size, key, note } = checkpoint
  const lines = (await cosignaturesOf(engine, [size])).get(size) ?? []
  const header: LogHeader = {
    log: LOG_FORMAT,
    key,
    checkpoint: note + lines.map(({ line }) => line).join(''),
    witnesses: Object.fromEntries(lines.map((one) => [one.country, one.key])),
  }
  return linesOf(engine, header, size, reader)
}

async function* linesOf(engine: Engine, header: LogHeader, size: number, reader: ExportFor): AsyncGenerator<object> {
  yield header
  for (let after = -1; ; ) {
    const page = await entriesPlaced(engine, after, size, PAGE)
    const last = page.at(-1)
    if (!last) return
    const ids = reader === 'rows' ? [] : page.map(({ id }) => id)
    const { contents, parts } = await keptOf(engine, ids)
    for (const entry of page) {
      const content = contents.get(entry.id)
      const kept = content && {
        salt: content.salt,
        content: content.content,
        parts: (parts.get(entry.id) ?? []).map(({ journal: _, ...part }) => part),
      }
      yield lineOf(entry, kept, reader)
    }
    after = last.index
  }
}

function lineOf(entry: PlacedEntry, kept: { readonly content: string } | undefined, reader: ExportFor): object {
  const { index, hash } = entry
  if (reader === 'rows') return entry
  if (reader === 'all') return { ...entry, ...kept }
  return kept && ownerOf(kept.content) === reader ? { ...entry, ...kept } : { index, hash }
}

/** Which country acted; of an erasure, which had opened the case. */
function ownerOf(content: string): unknown {
  const said = JSON.parse(content) as Record<string, unknown>
  const by = said['by'] as { readonly country?: unknown } | undefined
  return by?.country ?? said['country'] ?? said['openedBy']
}
