/** An entry as it stands in the log: the permanent row of the journal. */
export interface LogEntry {
  readonly id: string
  readonly kind: string
  readonly at: string
  /** Commitment to its content. */
  readonly leaf: string
}

/**
 * The bytes of an entry’s leaf in the tree: canonical, with the keys already in their order. They hold the row whole: no
 * part of it can be changed.
 */
export const leafText = ({ id, kind, at, leaf }: LogEntry): string => JSON.stringify({ at, id, kind, leaf })
