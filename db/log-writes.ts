import type { Hash } from '../server/domain/journal/tree.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { and, eq, gt, lt, or } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'

const LOG = 'log'

const openLease = statement(({ q, t }) =>
  q
    .insert(t.logLease)
    .values({ name: param('name'), holder: param('nobody'), until: param('nobody'), size: param('none') })
    .onConflictDoNothing(),
)
const takeLease = statement(({ q, t }) =>
  q
    .update(t.logLease)
    .set({ holder: param('holder'), until: param('until') })
    .where(
      and(
        eq(t.logLease.name, param('name')),
        or(
          eq(t.logLease.holder, param('holder')),
          lt(t.logLease.until, param('now')),
          // Of a clock that went ahead: nobody waits for it.
          gt(t.logLease.until, param('latest')),
        ),
      ),
    ),
)
const endLease = statement(({ q, t }) =>
  q
    .update(t.logLease)
    .set({ until: param('nobody') })
    .where(and(eq(t.logLease.name, param('name')), eq(t.logLease.holder, param('holder')))),
)
const readLease = statement(({ q, t }) =>
  q
    .select({ size: t.logLease.size })
    .from(t.logLease)
    .where(eq(t.logLease.name, param('name'))),
)
const moveLease = statement(({ q, t }) =>
  q
    .update(t.logLease)
    .set({ size: param('size'), until: param('until') })
    .where(
      and(
        eq(t.logLease.name, param('name')),
        eq(t.logLease.holder, param('holder')),
        eq(t.logLease.size, param('from')),
      ),
    ),
)

/** Whose turn it is to append: one process at a time. `latest`: no honest lease ends later. False where it is another’s. */
export async function takeTurn(
  engine: Engine,
  turn: { readonly holder: string; readonly now: Instant; readonly until: Instant; readonly latest: Instant },
): Promise<boolean> {
  const refused = await engine.commit([
    { statement: openLease, params: { name: LOG, nobody: '', none: 0 } },
    { statement: takeLease, params: { name: LOG, ...turn }, unless: { rows: 1, refused: 'conflict' } },
  ])
  return refused === null
}

/** The next process need not wait for the end of the turn. */
export async function endTurn(engine: Engine, holder: string): Promise<void> {
  await engine.commit([{ statement: endLease, params: { name: LOG, holder, nobody: '' } }])
}

/** How many leaves the log has. */
export const logSize = async (engine: Engine): Promise<number> =>
  (await engine.all(readLease, { name: LOG }))[0]?.size ?? 0

const dropPending = statement(({ q, t, within }) =>
  q.delete(t.logPending).where(within(t.logPending.journal, param('ids'))),
)

export interface PlacedLeaf {
  readonly position: number
  readonly journal: string
  readonly hashes: readonly Hash[]
}

/**
 * Leaves are written so many a statement: one at a time they would cost PostgreSQL a journey each. The same statement for
 * both engines, and a second one for what is left over.
 */
const AT_ONCE = 20
const insertLeaves = (count: number) =>
  statement(({ q, t }) =>
    q.insert(t.logLeaves).values(
      Array.from({ length: count }, (_, place) => ({
        position: param(`position${place}`),
        journal: param(`journal${place}`),
        hashes: param(`hashes${place}`),
      })),
    ),
  )
const [insertMany, insertOne] = [insertLeaves(AT_ONCE), insertLeaves(1)]

function leafWrites(leaves: readonly PlacedLeaf[]): readonly Write[] {
  const writes: Write[] = []
  for (let from = 0; from < leaves.length; ) {
    const count = leaves.length - from >= AT_ONCE ? AT_ONCE : 1
    const params = leaves.slice(from, from + count).flatMap(({ position, journal, hashes }, place) => [
      [`position${place}`, position],
      [`journal${place}`, journal],
      [`hashes${place}`, hashes.join('')],
    ])
    writes.push({ statement: count === 1 ? insertOne : insertMany, params: Object.fromEntries(params) })
    from += count
  }
  return writes
}

/**
 * Appends leaves in one commit, which takes their entries off those that wait. Refused, whole, where the log has another
 * size than `from` or the turn is another’s: two processes can never give one place twice.
 */
export async function appendLeaves(
  engine: Engine,
  turn: { readonly holder: string; readonly from: number; readonly until: Instant },
  leaves: readonly PlacedLeaf[],
): Promise<boolean> {
  const ids = JSON.stringify(leaves.map(({ journal }) => journal))
  const refused = await engine.commit([
    {
      statement: moveLease,
      params: { name: LOG, ...turn, size: turn.from + leaves.length },
      unless: { rows: 1, refused: 'conflict' },
    },
    ...leafWrites(leaves),
    { statement: dropPending, params: { ids }, unless: { rows: leaves.length, refused: 'conflict' } },
  ])
  return refused === null
}
