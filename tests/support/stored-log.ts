import { treeHash } from '../../server/adapters/tree-hashing.ts'
import { readNote } from '../../server/domain/journal/checkpoint.ts'
import { CompactRange } from '../../server/domain/journal/tree.ts'
import type { StoreOnDisk } from './store-files.ts'
import type { Line } from './tamper.ts'

const KEPT = ['journal', 'log_leaves', 'checkpoints', 'cosignatures']

/** As somebody who owns the database: no trigger keeps history any more. */
export async function takeTriggersOff({ engine, raw }: StoreOnDisk): Promise<void> {
  const tables = [...KEPT, 'journal_content', 'journal_parts']
  const sql =
    engine.kind === 'postgres'
      ? tables.map((name) => `alter table ${name} disable trigger user`)
      : tables.flatMap((name) => ['update', 'delete'].map((what) => `drop trigger if exists ${name}_no_${what}`))
  const waits = engine.kind === 'postgres' ? [] : ['drop trigger journal_waits']
  await raw([...sql, ...waits].join(';'))
}

const literal = (value: unknown): string =>
  typeof value === 'number' ? String(value) : `'${String(value).replaceAll("'", "''")}'`
const insert = (table: string, rows: readonly (readonly unknown[])[]): string =>
  rows.length === 0 ? '' : `insert into ${table} values ${rows.map((row) => `(${row.map(literal).join()})`).join()}`

/** Writes the tables of the log anew, as the lines have it, with one checkpoint over them. False where their keys refuse it. */
export async function overwrite({ raw }: StoreOnDisk, [header, ...lines]: readonly Line[]): Promise<boolean> {
  const isUnique = (of: (line: Line) => unknown) => new Set(lines.map(of)).size === lines.length
  if (!isUnique(({ index }) => index) || !isUnique(({ id }) => id)) return false
  const [, size] = (readNote(header.checkpoint)?.text ?? '').split('\n')
  const [note] = header.checkpoint.match(/^[\s\S]*\n\n.*\n/) ?? ['']
  const range = new CompactRange(treeHash)
  const kept = lines.map((line) => ({ ...line, hashes: [line.hash, ...range.append(line.hash).slice(1)].join('') }))
  await raw(
    [
      'delete from journal_parts; delete from journal_content; delete from cosignatures; delete from checkpoints',
      'delete from log_leaves; delete from journal',
      insert(
        'journal',
        kept.map(({ id, kind, at, leaf }) => [id, kind, at, leaf]),
      ),
      insert(
        'journal_content',
        kept.map(({ id, salt, content }) => [id, salt, content]),
      ),
      insert(
        'journal_parts',
        kept.flatMap(({ id, parts }) =>
          parts.map((part: Line) => [id, part.position, 'a case', part.salt, part.content]),
        ),
      ),
      insert(
        'log_leaves',
        kept.map(({ index, id, hashes }) => [index, id, hashes]),
      ),
      insert('checkpoints', [[Number(size), 'root', '2026', header.key, note]]),
    ]
      .filter(Boolean)
      .join(';'),
  )
  return true
}
