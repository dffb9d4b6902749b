import type { Engine } from '../../db/engine.ts'
import { FileCache } from '../../db/file-cache.ts'
import { procedureVersionsStored, storedProcedures } from '../../db/procedure-queries.ts'
import { withRegisters } from '../../db/reference/with-registers.ts'
import { byVersion, readWorld } from '../../db/reference/world.ts'
import { registerSignature, storedRegisters } from '../../db/register-queries.ts'
import type { Clock } from '../clock.ts'
import type { World } from '../domain/world.ts'
import { refreshStaff } from './attendance.ts'
import { LiveWork } from './live-work.ts'
import { LogWork } from './log/log-work.ts'
import { waking } from './log/waking.ts'
import { Readings } from './readings.ts'
import { ReportWork } from './reports/report-work.ts'

/** What every service works with: the store, the time, reference data in memory, and the key of the idempotency hash. */
export interface Service {
  readonly engine: Engine
  readonly clock: Clock
  readonly secret: string
  /** A demo: every case in it is invented, and it says so. */
  readonly fictitious: boolean
  /** Case files read before, by version. */
  readonly files: FileCache
  /** Who looked at which case, on its way to the store. */
  readonly readings: Readings
  /** What is done to the log behind the acts. */
  readonly log: LogWork
  /** Who listens to changes of their work. */
  readonly live: LiveWork
  /** What makes figures and files of reports behind the acts. */
  readonly reports: ReportWork
  /** Reference data as this release ships it. */
  readonly shipped: World
  /** The same with what countries declared and agreed on. */
  world: World
  /** `<office> <role>` for every role that somebody has. */
  staff: ReadonlySet<string>
  /** Which entries of the registers `world` was made with. */
  registers: string
}

export async function openService(engine: Engine, clock: Clock, secret: string, fictitious = false): Promise<Service> {
  const shipped = readWorld(await storedProcedures(engine))
  // The signature first: what is declared in between is read anew with the next tick.
  const registers = await registerSignature(engine)
  const world = { ...shipped, ...withRegisters(shipped.calendars, await storedRegisters(engine)) }
  const log = new LogWork(engine, clock)
  const service: Service = {
    engine: waking(engine, log),
    clock,
    secret,
    fictitious,
    files: new FileCache(),
    readings: new Readings(engine, clock),
    log,
    live: new LiveWork(engine, clock),
    reports: new ReportWork(),
    shipped,
    world,
    registers,
    staff: new Set(),
  }
  await refreshStaff(service)
  return service
}

/** A procedure may be added while the service runs: the versions in memory are replaced whole. */
export async function refreshProcedures(service: Service): Promise<void> {
  const known = [...service.world.procedures.values()].reduce((sum, versions) => sum + versions.length, 0)
  if ((await procedureVersionsStored(service.engine)) === known) return
  // Read first: what others put into memory meanwhile must not be lost.
  const procedures = byVersion(await storedProcedures(service.engine))
  service.world = { ...service.world, procedures }
}

/** What countries declared or agreed on may change while the service runs, here or in another process. */
export async function refreshRegisters(service: Service): Promise<void> {
  const signature = await registerSignature(service.engine)
  if (signature === service.registers) return
  const registers = await storedRegisters(service.engine)
  service.world = { ...service.world, ...withRegisters(service.shipped.calendars, registers) }
  service.registers = signature
}
