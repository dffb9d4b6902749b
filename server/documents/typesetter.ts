import { MissingGlyph } from './missing-glyph.ts'
import { type Answer, type Order, TypesetProcess } from './typeset-process.ts'

/** A name of `templates/`. */
type Template = 'letter' | 'report'

export interface Typesetter {
  /**
   * PDF bytes: same data, same bytes. `data` is the JSON value the template prints (`letter`: a `Letter`; `report`: a
   * `PrintedReport`).
   * Rejects with MissingGlyph (which characters, which language) when no font has a letter, and with TypesettingFailed.
   */
  pdf(template: Template, data: unknown): Promise<Uint8Array>
  /** Ends the process; documents that wait are refused with TypesettingFailed. */
  close(): Promise<void>
  /** The process that typesets now, to be watched; undefined where none is needed. */
  readonly pid: number | undefined
}

/** The process died twice over one document, Typst refused the data, or the typesetter was closed. */
export class TypesettingFailed extends Error {}

/** After so many documents a process makes room for a new one, because Typst does not give all its memory back. */
const DOCUMENTS_A_PROCESS = 200
/** So long nobody asks, and the memory is given back. */
const IDLE_MS = 60_000

/** Starts nothing until the first document; one at a time, in the order they came. */
export const openTypesetter = (): Typesetter => new RecycledTypesetter()

class RecycledTypesetter implements Typesetter {
  #process: TypesetProcess | null = null
  #before: Promise<unknown> = Promise.resolve()
  #idle: NodeJS.Timeout | undefined
  #closed = false

  get pid(): number | undefined {
    return this.#process?.pid
  }

  pdf(template: Template, data: unknown): Promise<Uint8Array> {
    const made = this.#before.then(() => this.#make({ template, data }))
    this.#before = made.catch(Boolean)
    return made
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#letGo()
    await this.#before
  }

  async #make(order: Order): Promise<Uint8Array> {
    clearTimeout(this.#idle)
    // A process may die of what others do to the machine, so the document is tried once more; twice is its own fault.
    const answer = (await this.#try(order)) ?? (await this.#try(order))
    this.#idle = setTimeout(() => void this.#letGo(), IDLE_MS).unref()
    if (answer?.kind === 'made') return answer.pdf
    if (answer?.kind === 'missing') throw new MissingGlyph(answer.missing)
    if (answer) throw new TypesettingFailed(answer.message)
    throw new TypesettingFailed(`${order.template}: the process that typesets ended twice without an answer`)
  }

  async #try(order: Order): Promise<Answer | null> {
    if (this.#closed) throw new TypesettingFailed('the typesetter is closed')
    if (this.#process && (!this.#process.alive || this.#process.given >= DOCUMENTS_A_PROCESS)) await this.#letGo()
    this.#process ??= new TypesetProcess()
    return await this.#process.make(order)
  }

  async #letGo(): Promise<void> {
    clearTimeout(this.#idle)
    const gone = this.#process
    this.#process = null
    await gone?.end()
  }
}
