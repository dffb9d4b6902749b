import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { desc, eq } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement } from './statement.ts'

/** A checkpoint as it was signed. `root` in hex, `key` the verifier key, `note` with the line of the signer alone. */
export interface StoredCheckpoint {
  readonly size: number
  readonly root: string
  readonly at: Instant
  readonly key: string
  readonly note: string
}

/** The line of a witness under a checkpoint. */
export interface StoredCosignature {
  readonly size: number
  readonly country: CountryCode
  readonly key: string
  readonly line: string
  readonly at: Instant
}

const insertCheckpoint = statement(({ q, t }) =>
  q
    .insert(t.checkpoints)
    .values({ size: param('size'), root: param('root'), at: param('at'), key: param('key'), note: param('note') })
    .onConflictDoNothing(),
)
const insertCosignature = statement(({ q, t }) =>
  q
    .insert(t.cosignatures)
    .values({ size: param('size'), country: param('country'), key: param('key'), line: param('line'), at: param('at') })
    .onConflictDoNothing(),
)
const newest = statement(({ q, t }) =>
  q
    .select()
    .from(t.checkpoints)
    .orderBy(desc(t.checkpoints.size))
    .limit(param('limit') as never),
)
const bySize = statement(({ q, t }) =>
  q
    .select()
    .from(t.checkpoints)
    .where(eq(t.checkpoints.size, param('size'))),
)
const cosignaturesBySize = statement(({ q, t, withinNumbers }) =>
  q
    .select()
    .from(t.cosignatures)
    .where(withinNumbers(t.cosignatures.size, param('sizes')))
    .orderBy(t.cosignatures.size, t.cosignatures.country),
)

/** Kept once for each size, whoever was first. */
export async function keepCheckpoint(engine: Engine, one: StoredCheckpoint): Promise<void> {
  await engine.commit([{ statement: insertCheckpoint, params: { ...one } }])
}

export async function keepCosignatures(engine: Engine, lines: readonly StoredCosignature[]): Promise<void> {
  if (lines.length > 0) await engine.commit(lines.map((one) => ({ statement: insertCosignature, params: { ...one } })))
}

/** The last ones, the newest first. */
export const newestCheckpoints = (engine: Engine, limit: number) =>
  engine.all(newest, { limit }) as unknown as Promise<readonly StoredCheckpoint[]>

export async function checkpointOf(engine: Engine, size: number): Promise<StoredCheckpoint | null> {
  const [row] = await engine.all(bySize, { size })
  return (row as unknown as StoredCheckpoint | undefined) ?? null
}

export async function cosignaturesOf(
  engine: Engine,
  sizes: readonly number[],
): Promise<ReadonlyMap<number, readonly StoredCosignature[]>> {
  const rows = await engine.all(cosignaturesBySize, { sizes: JSON.stringify(sizes) })
  return Map.groupBy(rows as unknown as readonly StoredCosignature[], ({ size }) => size)
}
