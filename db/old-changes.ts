import type { OfficeId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { asc, lt, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'

const old = statement(({ q, t }) =>
  q
    .select({ id: t.workChanges.id, office: t.workChanges.office, place: t.workChanges.place })
    .from(t.workChanges)
    .where(lt(t.workChanges.at, param('before')))
    .orderBy(asc(t.workChanges.id))
    .limit(param('limit') as never),
)
const dropChanges = statement(({ q, t, within }) =>
  q.delete(t.workChanges).where(within(t.workChanges.id, param('ids'))),
)
const skipPlace = statement(({ q, t }) =>
  q
    .insert(t.workPlaces)
    .values({ office: param('office'), last: 1 })
    .onConflictDoUpdate({ target: t.workPlaces.office, set: { last: sql`${t.workPlaces.last} + 1` } }),
)

/**
 * Skips a place of these offices: whoever stands before it is told that something is missing, and asks for everything anew.
 * In the order of the offices, so that two commits never wait for each other.
 */
export const skipWrites = (offices: Iterable<OfficeId>): readonly Write[] =>
  [...new Set(offices)].toSorted().map((office) => ({ statement: skipPlace, params: { office } }))

/** Rows a portion: some milliseconds of work. */
const PORTION = 200

/** Forgets some changes from before an instant; false when there are none. Where one never had a place, a place is skipped. */
export async function dropSomeChangesBefore(engine: Engine, before: Instant): Promise<boolean> {
  const rows = await engine.all(old, { before, limit: PORTION })
  if (rows.length === 0) return false
  const unheard = rows.filter(({ place }) => place === null)
  await engine.commit([
    ...skipWrites(unheard.map(({ office }) => office as OfficeId)),
    { statement: dropChanges, params: { ids: JSON.stringify(rows.map(({ id }) => id)) } },
  ])
  return true
}
