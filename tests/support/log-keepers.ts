import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { keeperClient } from '../../server/adapters/keeper-client.ts'
import { privateKeyText, readSigner, type Signer, type Verifier } from '../../server/adapters/notes.ts'
import type { Witness } from '../../server/adapters/witness-list.ts'
import { type Clock, systemClock } from '../../server/clock.ts'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import type { Keepers } from '../../server/services/log/log-work.ts'
import { Keeper } from '../../server/witness/keeper.ts'
import { type Served, serveKeeper } from '../../server/witness/serve.ts'
import { beginState } from '../../server/witness/state-file.ts'

const newSigner = (name: string, type: 1 | 4 = 1): Signer =>
  readSigner(privateKeyText(name, type, randomBytes(32))) as Signer

/** A signer and six witnesses that really listen, each with a key and a memory of its own; a test can stop each. */
export class LogKeepers {
  readonly hub: Signer
  readonly folder: string
  readonly #served = new Map<string, Served>()
  readonly #signers: ReadonlyMap<string, Signer>
  readonly #clock: Clock
  private constructor(hub: Signer, folder: string, clock: Clock) {
    this.hub = hub
    this.folder = folder
    this.#clock = clock
    this.#signers = new Map(countryCodes.map((country) => [country, newSigner(`witness.${country}.example`, 4)]))
  }
  static async open(name = 'log.hub.example', clock: Clock = systemClock): Promise<LogKeepers> {
    const made = new LogKeepers(newSigner(name), mkdtempSync(join(tmpdir(), 'log-keepers-')), clock)
    for (const who of ['signer', ...countryCodes]) beginState(made.stateOf(who))
    await made.start('signer')
    for (const country of countryCodes) await made.start(country)
    return made
  }
  get verifier(): Verifier {
    return this.hub.verifier
  }
  stateOf(who: string): string {
    return join(this.folder, `${who}.state`)
  }
  socketOf(who: string): string {
    return join(this.folder, `${who}.sock`)
  }
  /** In the order of the countries. */
  get witnesses(): readonly Signer[] {
    return countryCodes.map((country) => this.#signers.get(country) as Signer)
  }
  /** Starts one, as after a stop: with the memory it wrote down. */
  async start(who: string): Promise<void> {
    const witness = this.#signers.get(who)
    const signer = witness ?? this.hub
    const hub = witness ? this.hub.verifier : null
    const keeper = new Keeper({ signer, stateFile: this.stateOf(who), clock: this.#clock, hub })
    // A socket keeps its address over a restart.
    this.#served.set(who, await serveKeeper(keeper, { socket: this.socketOf(who) }))
  }
  async stop(who: string): Promise<void> {
    await this.#served.get(who)?.close()
    this.#served.delete(who)
  }
  #url(who: string): string {
    return `unix:${this.socketOf(who)}`
  }
  get keepers(): Keepers {
    const witnesses = countryCodes.map((country): Witness => {
      const { verifier } = this.#signers.get(country) as Signer
      return { country, verifier, client: keeperClient(this.#url(country)) }
    })
    return { signer: { client: keeperClient(this.#url('signer')), expected: null }, witnesses }
  }
  /** What `npm start` takes to be signed and watched by them. */
  environment(): Readonly<Record<string, string>> {
    const WITNESSES_FILE = join(this.folder, 'witnesses.txt')
    const lines = this.keepers.witnesses.map(
      ({ country, verifier }) => `${country} ${verifier.text} ${this.#url(country)}`,
    )
    writeFileSync(WITNESSES_FILE, lines.join('\n'))
    return { SIGNER_URL: this.#url('signer'), WITNESSES_FILE }
  }
  async close(): Promise<void> {
    for (const who of [...this.#served.keys()]) await this.stop(who)
    rmSync(this.folder, { recursive: true, force: true })
  }
}
