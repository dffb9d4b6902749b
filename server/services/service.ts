import type { Engine } from '../../db/engine.ts'
import { FileCache } from '../../db/file-cache.ts'
import { procedureVersionsStored, storedProcedures } from '../../db/procedure-queries.ts'
import { byVersion, readWorld } from '../../db/reference/world.ts'
import type { Clock } from '../clock.ts'
import type { World } from '../domain/world.ts'

/** What every service works with: the store, the time, reference data in memory, and the key of the idempotency hash. */
export interface Service {
  readonly engine: Engine
  readonly clock: Clock
  readonly secret: string
  /** A demo: every case in it is invented, and it says so. */
  readonly fictitious: boolean
  /** Case files read before, by version. */
  readonly files: FileCache
  world: World
}

export async function openService(engine: Engine, clock: Clock, secret: string, fictitious = false): Promise<Service> {
  return { engine, clock, secret, fictitious, files: new FileCache(), world: readWorld(await storedProcedures(engine)) }
}

/** A procedure may be added while the service runs: the versions in memory are replaced whole. */
export async function refreshProcedures(service: Service): Promise<void> {
  const known = [...service.world.procedures.values()].reduce((sum, versions) => sum + versions.length, 0)
  if ((await procedureVersionsStored(service.engine)) === known) return
  service.world = { ...service.world, procedures: byVersion(await storedProcedures(service.engine)) }
}
