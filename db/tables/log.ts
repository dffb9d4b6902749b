import type { Vocabulary } from '../columns.ts'

/** The order of the journal, its tree, and what was signed of it. Random ids and hashes only. */
export const logTables = (c: Vocabulary) => {
  /** Entries that have no place in the log yet: a trigger of `journal` writes them, the sequencer takes them off. */
  const logPending = c.table('log_pending', {
    arrival: c.arrival('arrival'),
    journal: c.id('journal_id').notNull(),
  })
  /** Permanent. `hashes`: of the leaf, then of every full subtree that ends with it, one after the other in hex. */
  const logLeaves = c.table(
    'log_leaves',
    {
      position: c.count('position').notNull(),
      journal: c.id('journal_id').notNull(),
      hashes: c.code('hashes').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'log_leaves_key', columns: [t.position] }),
      c.uniqueIndex('log_leaves_by_entry').on(t.journal),
    ],
  )
  /** Who may append now, until when, and how many leaves there are: one row. */
  const logLease = c.table('log_lease', {
    name: c.code('name').primaryKey(),
    holder: c.code('holder').notNull(),
    until: c.instant('until').notNull(),
    size: c.count('size').notNull(),
  })
  /** Permanent. What the signer put its name to; `key` is the verifier key of that name. */
  const checkpoints = c.table(
    'checkpoints',
    {
      size: c.count('size').notNull(),
      root: c.code('root').notNull(),
      at: c.instant('at').notNull(),
      key: c.label('key').notNull(),
      note: c.label('note').notNull(),
    },
    (t) => [c.primaryKey({ name: 'checkpoints_key', columns: [t.size] })],
  )
  /** Permanent. The line of a witness under a checkpoint, and when it came in. */
  const cosignatures = c.table(
    'cosignatures',
    {
      size: c
        .count('size')
        .notNull()
        .references(() => checkpoints.size),
      country: c.code('country').notNull(),
      key: c.label('key').notNull(),
      line: c.label('line').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [c.primaryKey({ name: 'cosignatures_key', columns: [t.size, t.country] })],
  )
  return { logPending, logLeaves, logLease, checkpoints, cosignatures }
}
