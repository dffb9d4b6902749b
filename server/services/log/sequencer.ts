import type { Engine } from '../../../db/engine.ts'
import { entriesPending, keptAt } from '../../../db/log-queries.ts'
import { appendLeaves, endTurn, logSize, takeTurn } from '../../../db/log-writes.ts'
import { treeHash } from '../../adapters/tree-hashing.ts'
import { randomRowId } from '../../chance.ts'
import type { Clock } from '../../clock.ts'
import { type LogEntry, leafText } from '../../domain/journal/log-entry.ts'
import { leavesNeeded, rootsOf } from '../../domain/journal/proofs.ts'
import { CompactRange, subtreesOf } from '../../domain/journal/tree.ts'
import { type Instant, plus } from '../../domain/kernel/instant.ts'

/** How long a turn lasts: so long receipts stay pending when the process that had it was killed. */
export const TURN_MS = 10_000
/** Entries a commit: some milliseconds of work. */
const PORTION = 200

/**
 * Gives every entry its place in the log, in the order in which they arrived. One process at a time has the turn; that
 * two ever gave the same place is made impossible by the size, which each commit must find as it believes it to be.
 */
export class Sequencer {
  readonly #engine: Engine
  readonly #clock: Clock
  readonly #holder = randomRowId()
  #until: Instant | null = null
  #tree: CompactRange | null = null
  constructor(engine: Engine, clock: Clock) {
    this.#engine = engine
    this.#clock = clock
  }

  /** Places whatever waits. The whole tree then, or null where it is another process's turn. */
  async run(): Promise<CompactRange | null> {
    for (;;) {
      if (!(await this.#hasTurn())) return null
      this.#tree ??= await treeOf(this.#engine, await logSize(this.#engine))
      const entries = await entriesPending(this.#engine, PORTION)
      // A clock that stood still or went back lets a turn last that another process has taken over.
      if (entries.length === 0)
        return (await logSize(this.#engine)) === this.#tree.size ? this.#tree.copy() : this.#loseTurn()
      const grown = await this.#place(this.#tree, entries)
      if (!grown) return this.#loseTurn()
      this.#tree = grown
    }
  }

  /** The next process need not wait for it. */
  async end(): Promise<void> {
    if (this.#until !== null) await endTurn(this.#engine, this.#holder)
    this.#loseTurn()
  }

  async #hasTurn(): Promise<boolean> {
    const now = this.#clock.now()
    if (this.#until !== null && plus(now, TURN_MS / 2) < this.#until) return true
    const until = plus(now, TURN_MS)
    const turn = { holder: this.#holder, now, until, latest: plus(until, TURN_MS) }
    const isOurs = await takeTurn(this.#engine, turn)
    // Between two turns another process may have appended.
    if (!isOurs || (this.#until !== null && this.#until < now)) this.#loseTurn()
    if (isOurs) this.#until = until
    return isOurs
  }

  #loseTurn(): null {
    this.#until = null
    this.#tree = null
    return null
  }

  async #place(tree: CompactRange, entries: readonly LogEntry[]): Promise<CompactRange | null> {
    const grown = tree.copy()
    const leaves = entries.map((entry) => {
      const position = grown.size
      return { position, journal: entry.id, hashes: grown.append(treeHash.leaf(leafText(entry))) }
    })
    const until = plus(this.#clock.now(), TURN_MS)
    const done = await appendLeaves(this.#engine, { holder: this.#holder, from: tree.size, until }, leaves)
    if (done) this.#until = until
    return done ? grown : null
  }
}

/** The tree of so many leaves, taken up from what is kept of them. */
async function treeOf(engine: Engine, size: number): Promise<CompactRange> {
  const peaks = subtreesOf(0, size)
  const kept = await keptAt(engine, leavesNeeded([[peaks]]))
  return new CompactRange(treeHash, size, rootsOf(peaks, kept))
}
