import type { StoredCheckpoint } from '../../../db/checkpoint-queries.ts'
import type { Engine } from '../../../db/engine.ts'
import type { Witness } from '../../adapters/witness-list.ts'
import type { Clock } from '../../clock.ts'
import type { CompactRange } from '../../domain/journal/tree.ts'
import { collect, type Refusing, type SignedLast } from './collect.ts'
import { LogFault } from './log-fault.ts'
import { type KnownSigner, publish, SignerRefused } from './publish.ts'
import { Sequencer } from './sequencer.ts'

/** Who signs the log and who watches it; without a signer the log grows, and nothing of it is signed. */
export interface Keepers {
  readonly signer: KnownSigner | null
  readonly witnesses: readonly Witness[]
}

/** Witnesses that are there do not sign: one of the two forgot, or the log was put back. Said once, until it changes. */
export class WitnessRefused extends LogFault {}

/** How long entries may wait for others to be placed and signed with them. */
const WAIT_MS = 1000

/**
 * What is done to the log behind the acts, and never in their way: places, a checkpoint, cosignatures. It runs with the
 * jobs, and, once started, a second after a commit. A witness that takes long keeps no entry from being signed.
 */
export class LogWork {
  readonly #engine: Engine
  readonly #clock: Clock
  readonly #sequencer: Sequencer
  readonly #signedLast: SignedLast = new Map()
  #keepers: Keepers = { signer: null, witnesses: [] }
  #failed: ((error: unknown) => void) | null = null
  #timer: NodeJS.Timeout | null = null
  #signing: Promise<unknown> = Promise.resolve()
  #watching: Promise<unknown> = Promise.resolve()
  #newest = 0
  #refusing = ''
  #unsigned = ''
  constructor(engine: Engine, clock: Clock) {
    this.#engine = engine
    this.#clock = clock
    this.#sequencer = new Sequencer(engine, clock)
  }

  connect(keepers: Keepers): void {
    this.#keepers = keepers
  }

  /** From now on it runs after commits; a failure is told, and the next run tries again. */
  start(failed: (error: unknown) => void): void {
    this.#failed = failed
  }

  /** Something was committed. */
  wake(): void {
    const failed = this.#failed
    if (!failed || this.#timer) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      this.run().catch(failed)
    }, WAIT_MS).unref()
  }

  /** All that is to be done now; one run after the other. */
  async run(): Promise<void> {
    const signed = this.#signing.then(() => this.#sign())
    this.#signing = signed.catch(() => {})
    const checkpoint = await signed
    if (!checkpoint) return
    const watched = this.#watching.then(() => this.#watch(checkpoint))
    this.#watching = watched.catch(() => {})
    await watched
  }

  /** Ends what runs, and gives its turn to others. */
  async stop(): Promise<void> {
    this.#failed = null
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    await this.#signing
    await this.#watching
    await this.#sequencer.end()
  }

  async #sign(): Promise<StoredCheckpoint | null> {
    const tree = await this.#sequencer.run()
    // Another process has the turn, and may be gone: asked again until it is ours, or nothing waits.
    if (!tree) this.wake()
    const { signer } = this.#keepers
    const checkpoint = tree && signer ? await this.#publish(tree, signer) : null
    this.#newest = checkpoint?.size ?? this.#newest
    return checkpoint
  }

  async #publish(tree: CompactRange, signer: KnownSigner): Promise<StoredCheckpoint | null> {
    try {
      const checkpoint = await publish(this.#engine, this.#clock, tree, signer)
      this.#unsigned = ''
      return checkpoint
    } catch (error) {
      const before = this.#unsigned
      this.#unsigned = error instanceof SignerRefused ? error.message : ''
      if (error instanceof SignerRefused && error.message === before) return null
      throw error
    }
  }

  async #watch(checkpoint: StoredCheckpoint): Promise<void> {
    const { witnesses } = this.#keepers
    // A newer one waits behind it, and covers it.
    if (witnesses.length === 0 || checkpoint.size < this.#newest) return
    const refusing = (await collect(this.#engine, this.#clock, checkpoint, witnesses, this.#signedLast)).map(said)
    const before = this.#refusing
    this.#refusing = refusing.join(', ')
    if (refusing.length > 0 && this.#refusing !== before)
      throw new WitnessRefused(`the checkpoint of ${checkpoint.size} entries is not signed by ${this.#refusing}`)
  }
}

const said = ({ country, why }: Refusing): string => `the witness of ${country} (${why})`
