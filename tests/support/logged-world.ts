import type { Engine } from '../../db/engine.ts'
import type { JournalId } from '../../server/domain/kernel/ids.ts'
import type { ExportFor } from '../../server/services/log/export.ts'
import { checkpointAt, receiptProofs, wholeNote } from '../../server/services/log/read-log.ts'
import { type OpenEngine, openEngine } from './engines.ts'
import { exportedLines } from './exported-lines.ts'
import { LogKeepers } from './log-keepers.ts'
import { send, WayHome } from './way-home.ts'

/** A service whose log is signed and watched, on either engine. */
export class LoggedWorld {
  readonly way: WayHome
  readonly keepers: LogKeepers
  readonly engine: Engine
  readonly close: () => Promise<void>
  private constructor(way: WayHome, keepers: LogKeepers, engine: Engine, close: () => Promise<void>) {
    this.way = way
    this.keepers = keepers
    this.engine = engine
    this.close = close
    this.way.service.log.connect(keepers.keepers)
  }
  static async open(kind: Engine['kind'], name?: string): Promise<LoggedWorld> {
    return LoggedWorld.on(await openEngine(kind), name)
  }
  /** On a store that is there. */
  static async on(open: OpenEngine, name = 'log.hub.example'): Promise<LoggedWorld> {
    const keepers = await LogKeepers.open(name)
    const way = await WayHome.open(open.engine)
    return new LoggedWorld(way, keepers, open.engine, async () => {
      await way.service.log.stop()
      await keepers.close()
      await open.close()
    })
  }
  /** Sends so many cases, four entries each, and has what was written signed. */
  async grow(cases: number): Promise<void> {
    for (let count = 0; count < cases; count += 1) await send(this.way, 'TH', 'LA')
    await this.way.service.log.run()
  }
  /** Proofs of entries, as an officer files them. */
  async proofs(ids: readonly string[]): Promise<ReadonlyMap<string, object>> {
    const found = await receiptProofs(this.way.service, ids as JournalId[])
    return new Map([...found].map(([id, { binding: _, ...proof }]) => [id, proof]))
  }
  /** The newest checkpoint as a file to keep. */
  async checkpoint(): Promise<string> {
    const seen = await checkpointAt(this.way.service, null)
    if (!seen) throw new Error('nothing was signed')
    return wholeNote(seen)
  }
  exported(reader: ExportFor = 'all'): Promise<readonly string[]> {
    return exportedLines(this.engine, reader)
  }
}
