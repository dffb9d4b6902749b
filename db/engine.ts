import type { Params, Reading, Refused, Statement, Write } from './statement.ts'

/** Until it is closed. */
export interface Hearing {
  close(): Promise<void>
}

/** What differs between the two databases, and nothing else. */
export interface Engine {
  readonly kind: 'sqlite' | 'postgres'
  /** Rows of one prepared query. */
  all<Row>(statement: Statement<Row>, params: Params): Promise<Row[]>
  /** What several queries that read much find at one and the same moment: nobody else waits meanwhile. */
  scan<T>(readings: readonly Reading<T>[]): Promise<T[]>
  /** All writes or none, durable when it answers; the reason when a write found something else than it must. */
  commit(writes: readonly Write[]): Promise<Refused | null>
  /** Leaves no byte of what was deleted in the files, which are written anew: who writes waits. False when somebody was in the way. */
  purge(): Promise<boolean>
  /** Tells the other processes at this store that something changed; what is told while nobody hears is lost. */
  tell(): void
  /** Calls back when another process told, or when it may have while this one did not hear. */
  hear(heard: () => void): Hearing
  /** How many statements were run: tests count them. */
  readonly statements: { count: number }
  migrate(): Promise<void>
  /** Whether every migration of this release has been applied. */
  isMigrated(): Promise<boolean>
  close(): Promise<void>
}
