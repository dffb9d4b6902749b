import { inject } from 'vitest'
import { openPostgres } from '../../db/dialects/postgres/engine.ts'
import { openSqlite } from '../../db/dialects/sqlite/engine.ts'
import type { Engine } from '../../db/engine.ts'
import { seedProcedures } from '../../db/procedure-queries.ts'
import type { Instant } from '../../server/domain/kernel/instant.ts'
import { freshDatabase } from './postgres-database.ts'
import { sampled } from './sample.ts'

export const START = '2026-03-02T02:00:00.000Z' as Instant

export interface OpenEngine {
  readonly engine: Engine
  readonly close: () => Promise<void>
}

/** A fresh, migrated database with the shipped procedures, on either engine. */
export async function openEngine(kind: Engine['kind']): Promise<OpenEngine> {
  const fresh = kind === 'postgres' ? await freshDatabase(inject('postgresUrl')) : null
  const engine = fresh ? openPostgres(fresh.url) : openSqlite(':memory:')
  await engine.migrate()
  await seedProcedures(engine, START)
  return {
    engine,
    close: async () => {
      await engine.close()
      await fresh?.drop()
    },
  }
}
export const engineKinds = ['sqlite', 'postgres'] as const

/** Where a proof plays the same on each engine: in full both of them; in the sample the one that the seed says. */
export const sampledEngines = sampled(engineKinds, 2, 'sqlite')
