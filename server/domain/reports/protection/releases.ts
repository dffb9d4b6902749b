import type { CellKey } from './cell.ts'
import type { CountTable } from './count-table.ts'
import type { Audience } from './rules.ts'

/**
 * What was released once, kept behind the service with its true counts: without them nobody could tell whether a later
 * table gives away what this one withheld. Never for a reader.
 */
export interface Release {
  readonly audience: Audience
  readonly tables: readonly CountTable[]
  /** The cells of these tables that were withheld. */
  readonly withheld: readonly CellKey[]
}

/** A release as it is kept. */
export const releaseOf = (kept: string): Release => JSON.parse(kept) as Release

/** What a reader of this audience has seen: what the public got, governments got too. */
export const seenBy = (audience: Audience, releases: readonly Release[]): readonly Release[] =>
  audience === 'governments' ? releases : releases.filter((release) => release.audience === 'public')
