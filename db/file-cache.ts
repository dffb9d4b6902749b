import type { CaseFile } from '../server/domain/cases/case-file.ts'
import type { CaseId } from '../server/domain/kernel/ids.ts'

/** About ten kilobytes each. */
const KEPT = 2_000

/**
 * Case files by version. A file of one version never changes, and every reading asks the database for the version first:
 * so nothing old is ever answered, also when another process writes, and what was erased is not found.
 */
export class FileCache {
  readonly #files = new Map<CaseId, CaseFile>()

  of(id: CaseId, version: number): CaseFile | null {
    const file = this.#files.get(id)
    if (file?.version !== version) return null
    this.#keepLast(file)
    return file
  }
  keep(file: CaseFile): void {
    this.#keepLast(file)
    const [oldest] = this.#files.keys()
    if (this.#files.size > KEPT && oldest) this.#files.delete(oldest)
  }
  /** An erased case leaves memory as well. */
  forget(id: CaseId): void {
    this.#files.delete(id)
  }
  get ids(): readonly CaseId[] {
    return [...this.#files.keys()]
  }
  /** The file asked for last is the last to go. */
  #keepLast(file: CaseFile): void {
    this.#files.delete(file.id)
    this.#files.set(file.id, file)
  }
}
