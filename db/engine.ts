import type { Params, Refused, Statement, Write } from './statement.ts'

/** What differs between the two databases, and nothing else. */
export interface Engine {
  readonly kind: 'sqlite' | 'postgres'
  /** Rows of one prepared query. */
  all<Row>(statement: Statement<Row>, params: Params): Promise<Row[]>
  /** All writes or none, durable when it answers; the reason when a write found something else than it must. */
  commit(writes: readonly Write[]): Promise<Refused | null>
  /** Leaves no byte of what was deleted in the files; false when somebody was in the way. */
  purge(): Promise<boolean>
  /** Whether everybody has to wait for it: tables are written anew. */
  readonly purgeWaits: boolean
  /** How many statements were run: tests count them. */
  readonly statements: { count: number }
  migrate(): Promise<void>
  /** Whether every migration of this release has been applied. */
  isMigrated(): Promise<boolean>
  close(): Promise<void>
}
