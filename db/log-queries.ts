import type { LogEntry } from '../server/domain/journal/log-entry.ts'
import type { Hash } from '../server/domain/journal/tree.ts'
import { and, asc, eq, gt, lt } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement } from './statement.ts'

const pending = statement(({ q, t }) =>
  q
    .select({ id: t.journal.id, kind: t.journal.kind, at: t.journal.at, leaf: t.journal.leaf })
    .from(t.logPending)
    .innerJoin(t.journal, eq(t.journal.id, t.logPending.journal))
    .orderBy(asc(t.logPending.arrival))
    .limit(param('limit') as never),
)
/** The first entries that have no place in the log yet, in the order in which they arrived. */
export const entriesPending = (engine: Engine, limit: number): Promise<readonly LogEntry[]> =>
  engine.all(pending, { limit })

const leavesAt = statement(({ q, t, withinNumbers }) =>
  q
    .select({ position: t.logLeaves.position, hashes: t.logLeaves.hashes })
    .from(t.logLeaves)
    .where(withinNumbers(t.logLeaves.position, param('positions'))),
)
/** Roots of the full subtrees that end with each of these leaves; one statement, however many. */
export async function keptAt(engine: Engine, positions: readonly number[]): Promise<(leaf: number) => readonly Hash[]> {
  if (positions.length === 0) return () => []
  const rows = await engine.all(leavesAt, { positions: JSON.stringify(positions) })
  const kept = new Map(rows.map(({ position, hashes }) => [position, hashes.match(/.{64}/g) ?? []]))
  return (leaf) => kept.get(leaf) ?? []
}

const places = statement(({ q, t, within }) =>
  q
    .select({ id: t.logLeaves.journal, index: t.logLeaves.position, kind: t.journal.kind })
    .from(t.logLeaves)
    .innerJoin(t.journal, eq(t.journal.id, t.logLeaves.journal))
    .where(within(t.logLeaves.journal, param('ids'))),
)
/** Where entries stand in the log; who is not in it yet is left out. */
export const placesOf = (engine: Engine, ids: readonly string[]) =>
  engine.all(places, { ids: JSON.stringify(ids) }) as Promise<readonly { id: string; index: number; kind: string }[]>

const page = statement(({ q, t }) =>
  q
    .select({
      index: t.logLeaves.position,
      id: t.journal.id,
      kind: t.journal.kind,
      at: t.journal.at,
      leaf: t.journal.leaf,
      hashes: t.logLeaves.hashes,
    })
    .from(t.logLeaves)
    .innerJoin(t.journal, eq(t.journal.id, t.logLeaves.journal))
    .where(and(gt(t.logLeaves.position, param('after')), lt(t.logLeaves.position, param('end'))))
    .orderBy(asc(t.logLeaves.position))
    .limit(param('limit') as never),
)
export interface PlacedEntry extends LogEntry {
  readonly index: number
  /** Hash of its leaf, as the tree has it. */
  readonly hash: Hash
}
/** Entries by place, after one and before another. */
export async function entriesPlaced(engine: Engine, after: number, end: number, limit: number) {
  const rows = await engine.all(page, { after, end, limit })
  return rows.map(({ hashes, ...entry }): PlacedEntry => ({ ...entry, hash: hashes.slice(0, 64) }))
}

const contents = statement(({ q, t, within }) =>
  q
    .select({ id: t.journalContent.id, salt: t.journalContent.salt, content: t.journalContent.content })
    .from(t.journalContent)
    .where(within(t.journalContent.id, param('ids'))),
)
const parts = statement(({ q, t, within }) =>
  q
    .select({
      journal: t.journalParts.journal,
      position: t.journalParts.position,
      salt: t.journalParts.salt,
      content: t.journalParts.content,
    })
    .from(t.journalParts)
    .where(within(t.journalParts.journal, param('ids')))
    .orderBy(asc(t.journalParts.journal), asc(t.journalParts.position)),
)
/** What is still kept of entries. Contents are read first: an erasure in between leaves no part without its content. */
export async function keptOf(engine: Engine, ids: readonly string[]) {
  const given = { ids: JSON.stringify(ids) }
  const [found, said] = [await engine.all(contents, given), await engine.all(parts, given)]
  return { contents: new Map(found.map((one) => [one.id, one])), parts: Map.groupBy(said, ({ journal }) => journal) }
}
