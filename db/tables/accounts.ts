import type { Vocabulary } from '../columns.ts'

/** Who may ask. `person` tells two accounts of one human apart from two humans; names of people are not kept. */
export const accountTables = (c: Vocabulary) => {
  const accounts = c.table('accounts', {
    id: c.id('id').primaryKey(),
    name: c.label('name').notNull().unique(),
    person: c.id('person_id').notNull(),
    office: c.id('office_id').notNull(),
    country: c.code('country'),
    role: c.code('role').notNull(),
    language: c.code('language').notNull(),
    createdAt: c.instant('created_at').notNull(),
    revokedAt: c.instant('revoked_at'),
    demo: c.flag('demo').notNull(),
  })
  /** Bearer keys, hashed: who reads the table cannot use them. `scope` says what a key may do, `id` names it without the key. */
  const keys = c.table(
    'keys',
    {
      hash: c.id('hash').primaryKey(),
      account: c
        .id('account_id')
        .notNull()
        .references(() => accounts.id),
      createdAt: c.instant('created_at').notNull(),
      expiresAt: c.instant('expires_at'),
      revokedAt: c.instant('revoked_at'),
      id: c.id('id').unique(),
      scope: c.json('scope'),
    },
    (t) => [c.index('keys_by_account').on(t.account)],
  )
  return { accounts, keys }
}
