import Database from 'better-sqlite3'
import type { Refused, Write } from '../../statement.ts'

/** How long the driver itself waits where it must. */
export const BUSY_MS = 2000
/** How often a commit is tried while another process writes, a minute in all: it may be writing the file anew. */
const TRIES = 3000
/** Between two tries reads go on. */
const RETRY_MS = 20

/** Runs one write of a commit: how many rows it changed. */
type Run = (write: Write) => number

interface Waiting {
  readonly writes: readonly Write[]
  readonly resolve: (refused: Refused | null) => void
  readonly reject: (error: unknown) => void
}

/**
 * Commits that wait at one moment share one transaction and one fsync, a savepoint each; nothing asynchronous happens
 * inside. What holds them up is waited for here, and not in the driver, where reads would wait with them.
 */
export class CommitQueue {
  readonly #database: Database.Database
  readonly #run: Run
  readonly #statements: Readonly<
    Record<'begin' | 'commit' | 'rollback' | 'save' | 'release' | 'undo', Database.Statement>
  >
  #waiting: Waiting[] = []
  #holds = 0
  #retry: NodeJS.Timeout | null = null
  #tried = 0
  constructor(database: Database.Database, run: Run) {
    this.#database = database
    this.#run = run
    const plain = (text: string) => database.prepare(text)
    this.#statements = {
      begin: plain('BEGIN IMMEDIATE'),
      commit: plain('COMMIT'),
      rollback: plain('ROLLBACK'),
      save: plain('SAVEPOINT one'),
      release: plain('RELEASE one'),
      undo: plain('ROLLBACK TO one'),
    }
  }
  /** The reason when a write found something else than it must. */
  add(writes: readonly Write[]): Promise<Refused | null> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ writes, resolve, reject })
      // Two turns of the loop: who is about to commit joins, and nobody waits longer than an fsync takes.
      if (this.#waiting.length === 1) setImmediate(() => setImmediate(() => this.#flush()))
    })
  }
  /** Nothing is committed while this is done. */
  async holdFor<T>(work: () => Promise<T>): Promise<T> {
    this.#holds += 1
    try {
      return await work()
    } finally {
      this.#holds -= 1
      this.#flush()
    }
  }
  /** Runs everything that waits; answers go out only after the shared COMMIT. */
  #flush(): void {
    if (this.#holds > 0 || this.#retry || this.#waiting.length === 0) return
    const batch = this.#waiting
    const answers: (() => void)[] = []
    try {
      if (!this.#hasBegun()) {
        this.#retry = setTimeout(() => {
          this.#retry = null
          this.#flush()
        }, RETRY_MS)
        return
      }
      this.#waiting = []
      for (const one of batch) answers.push(this.#answerOf(one))
      this.#statements.commit.run()
    } catch (error) {
      this.#waiting = []
      for (const one of batch) one.reject(error)
      if (this.#database.inTransaction) this.#statements.rollback.run()
      return
    }
    for (const answer of answers) answer()
  }
  /** False where another process writes, and it is to be tried again. The driver waits for nobody: reads would wait too. */
  #hasBegun(): boolean {
    this.#database.pragma('busy_timeout = 0')
    try {
      this.#statements.begin.run()
      this.#tried = 0
      return true
    } catch (error) {
      this.#tried += 1
      if (isBusy(error) && this.#tried < TRIES) return false
      this.#tried = 0
      throw error
    } finally {
      this.#database.pragma(`busy_timeout = ${BUSY_MS}`)
    }
  }
  #answerOf({ writes, resolve, reject }: Waiting): () => void {
    try {
      const refused = this.#inSavepoint(writes)
      return () => resolve(refused)
    } catch (error) {
      if (!this.#database.inTransaction) throw error // a full disk ends the whole transaction, not the savepoint
      this.#undo()
      return () => reject(error)
    }
  }
  #inSavepoint(writes: readonly Write[]): Refused | null {
    this.#statements.save.run()
    for (const write of writes) {
      const changes = this.#run(write)
      if (write.unless && changes !== write.unless.rows) {
        this.#undo()
        return write.unless.refused
      }
    }
    this.#statements.release.run()
    return null
  }
  #undo(): void {
    this.#statements.undo.run()
    this.#statements.release.run()
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
