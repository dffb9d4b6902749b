import type { Vocabulary } from '../columns.ts'

/** How officers come in: what is secret is kept as a hash, or sealed with the key of the installation. */
export const accessTables = (c: Vocabulary) => {
  /** What proves who signs in: a hashed password and a sealed secret of one-time codes. An account has one row or none. */
  const credentials = c.table('credentials', {
    account: c.id('account_id').primaryKey(),
    password: c.label('password').notNull(),
    totpSecret: c.label('totp_secret').notNull(),
    /** The last half minute of which a code was taken: no code is taken twice. */
    lastStep: c.count('last_step').notNull(),
    changedAt: c.instant('changed_at').notNull(),
  })
  const recoveryCodes = c.table(
    'recovery_codes',
    {
      hash: c.id('hash').primaryKey(),
      account: c.id('account_id').notNull(),
      usedAt: c.instant('used_at'),
    },
    (t) => [c.index('recovery_codes_by_account').on(t.account)],
  )
  /** An account that waits for its officer. `account` is there from the first where somebody comes in anew. */
  const invitations = c.table(
    'invitations',
    {
      id: c.id('id').primaryKey(),
      hash: c.id('hash').notNull().unique(),
      name: c.label('name').notNull(),
      account: c.id('account_id'),
      person: c.id('person_id').notNull(),
      office: c.id('office_id').notNull(),
      country: c.code('country'),
      role: c.code('role').notNull(),
      language: c.code('language').notNull(),
      invitedBy: c.id('invited_by'),
      createdAt: c.instant('created_at').notNull(),
      expiresAt: c.instant('expires_at').notNull(),
      usedAt: c.instant('used_at'),
      revokedAt: c.instant('revoked_at'),
    },
    (t) => [c.index('invitations_by_country').on(t.country, t.id)],
  )
  /** Where an account is signed in. The office is the one it was signed in for. */
  const sessions = c.table(
    'sessions',
    {
      id: c.id('id').primaryKey(),
      hash: c.id('hash').notNull().unique(),
      account: c.id('account_id').notNull(),
      office: c.id('office_id').notNull(),
      how: c.code('how').notNull(),
      createdAt: c.instant('created_at').notNull(),
      seenAt: c.instant('seen_at').notNull(),
      expiresAt: c.instant('expires_at').notNull(),
      steppedUpAt: c.instant('stepped_up_at'),
      revokedAt: c.instant('revoked_at'),
    },
    (t) => [c.index('sessions_by_account').on(t.account, t.id)],
  )
  /** What is half done and must be finished soon: a sign-in without its second step, an invitation without its first code. */
  const tickets = c.table(
    'tickets',
    {
      hash: c.id('hash').primaryKey(),
      kind: c.code('kind').notNull(),
      subject: c.id('subject_id').notNull(),
      content: c.json('content'),
      expiresAt: c.instant('expires_at').notNull(),
    },
    (t) => [c.index('tickets_by_time').on(t.expiresAt)],
  )
  /** Attempts that failed, by a keyed hash of the account's name or of the network. */
  const attempts = c.table(
    'attempts',
    {
      subject: c.id('subject').primaryKey(),
      failures: c.count('failures').notNull(),
      at: c.instant('at').notNull(),
    },
    (t) => [c.index('attempts_by_time').on(t.at)],
  )
  /** Who the identity provider of a country says somebody is: a keyed hash of its name for them. */
  const identities = c.table('identities', {
    subject: c.id('subject').primaryKey(),
    account: c.id('account_id').notNull(),
    createdAt: c.instant('created_at').notNull(),
  })
  return { credentials, identities, recoveryCodes, invitations, sessions, tickets, attempts }
}
