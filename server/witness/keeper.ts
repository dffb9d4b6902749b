import { readAsked } from '../adapters/keeper-protocol.ts'
import { isSignedBy, type Signer, signLine, type Verifier } from '../adapters/notes.ts'
import { treeHash } from '../adapters/tree-hashing.ts'
import type { Clock } from '../clock.ts'
import { lineText, noteText, readNote } from '../domain/journal/checkpoint.ts'
import { type KeptTree, keep } from '../domain/journal/keep.ts'
import { msOf } from '../domain/kernel/instant.ts'
import { holdState, readState, writeState } from './state-file.ts'

/** What goes back over HTTP. */
export interface Reply {
  readonly status: number
  readonly text: string
  readonly type?: string
}

export interface Keeping {
  readonly signer: Signer
  /** Where the last checkpoint it signed is kept. */
  readonly stateFile: string
  readonly clock: Clock
  /** Of a witness: the hub whose signature must stand under the checkpoint. The signer itself needs none. */
  readonly hub: Verifier | null
}

/** Signs checkpoints that continue the last one, and no other. One at a time: nothing in it waits. */
export class Keeper {
  readonly #keeping: Keeping
  readonly #origin: string
  readonly #held: { readonly release: () => void }
  #last: KeptTree | null
  constructor(keeping: Keeping) {
    this.#keeping = keeping
    this.#origin = keeping.hub?.name ?? keeping.signer.verifier.name
    this.#held = holdState(keeping.stateFile)
    try {
      this.#last = readState(keeping.stateFile, this.#origin)
    } catch (error) {
      this.#held.release()
      throw error
    }
  }

  /** Lets go of the state file; it signs nothing any more. */
  close(): void {
    this.#held.release()
  }

  /** The public key, as a verifier key. */
  get key(): string {
    return this.#keeping.signer.verifier.text
  }

  /** The signer is asked by the service beside it alone; a witness may have a name of its own. */
  get isSigner(): boolean {
    return this.#keeping.hub === null
  }

  answer(request: string): Reply {
    const { hub, signer, stateFile, clock } = this.#keeping
    const asked = readAsked(request, (checkpoint) => (hub ? (readNote(checkpoint)?.text ?? null) : checkpoint))
    if (!asked) return { status: 400, text: 'not a request to sign a checkpoint\n' }
    if (asked.body.origin !== this.#origin) return { status: 404, text: 'a log that is not known here\n' }
    const { text, lines } = hub
      ? (readNote(asked.checkpoint) ?? { text: '', lines: [] })
      : { text: asked.checkpoint, lines: [] }
    if (hub && !isSignedBy(text, lines, hub)) return { status: 403, text: 'not signed by the log\n' }
    const kept = keep(treeHash, this.#last, asked.growth)
    if (kept === 'malformed') return { status: 400, text: 'a log does not become smaller\n' }
    if (kept === 'unproven') return { status: 422, text: 'it does not continue what was signed before\n' }
    if (kept === 'conflict') return { status: 409, text: `${this.#last?.size ?? 0}\n`, type: 'text/x.tlog.size' }
    const line = signLine(text, signer, Math.floor(msOf(clock.now()) / 1000))
    writeState(stateFile, noteText(text, [...lines, line]))
    this.#last = { size: asked.growth.size, root: asked.growth.root }
    return { status: 200, text: lineText(line) }
  }
}
