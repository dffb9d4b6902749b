import type { Vocabulary } from '../columns.ts'

/** Permanent: the database refuses to change or delete it. Content, parts and salts lie apart and can be erased. */
export const journalTables = (c: Vocabulary) => {
  const journal = c.table('journal', {
    id: c.id('id').primaryKey(),
    kind: c.code('kind').notNull(),
    at: c.instant('at').notNull(),
    leaf: c.code('leaf').notNull(),
  })
  const journalContent = c.table('journal_content', {
    id: c
      .id('id')
      .primaryKey()
      .references(() => journal.id),
    salt: c.code('salt').notNull(),
    content: c.json('content').notNull(),
  })
  /** What an entry says of each case, apart from the others, so that one case can be erased alone. */
  const journalParts = c.table(
    'journal_parts',
    {
      journal: c
        .id('journal_id')
        .notNull()
        .references(() => journal.id),
      position: c.count('position').notNull(),
      caseId: c.id('case_id').notNull(),
      salt: c.code('salt').notNull(),
      content: c.json('content').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'journal_parts_key', columns: [t.journal, t.position] }),
      c.index('journal_parts_by_case').on(t.caseId),
    ],
  )
  /** What other systems shall hear of: ids and codes only. Delivery comes later; the rows are written from the first day. */
  const outbox = c.table('outbox', {
    id: c.id('id').primaryKey(),
    topic: c.code('topic').notNull(),
    payload: c.json('payload').notNull(),
    at: c.instant('at').notNull(),
  })
  /** Effects of acts by the client's key: a repeated act finds its receipt here. */
  const idempotency = c.table(
    'idempotency',
    {
      account: c.id('account_id').notNull(),
      key: c.code('key').notNull(),
      inputHash: c.code('input_hash').notNull(),
      journal: c.id('journal_id').notNull(),
      leaf: c.code('leaf').notNull(),
      at: c.instant('at').notNull(),
      nounType: c.code('noun_type').notNull(),
      nounId: c.id('noun_id').notNull(),
    },
    (t) => [
      c.primaryKey({ name: 'idempotency_key', columns: [t.account, t.key] }),
      c.index('idempotency_by_time').on(t.at),
    ],
  )
  return { journal, journalContent, journalParts, outbox, idempotency }
}
