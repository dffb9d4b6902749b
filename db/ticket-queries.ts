import type { AccountId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { and, eq, lt } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'

/** `second-step`: the password was right. `enrolment`: an invitation, before its first code. `oidc`: away at an identity provider. */
type TicketKind = 'second-step' | 'enrolment' | 'oidc'
export interface Ticket {
  readonly hash: string
  readonly kind: TicketKind
  /** The account, invitation or country it is about. */
  readonly subject: string
  readonly content: Readonly<Record<string, string>> | null
  readonly expiresAt: Instant
}

const byHash = statement(({ q, t }) =>
  q
    .select()
    .from(t.tickets)
    .where(and(eq(t.tickets.hash, param('hash')), eq(t.tickets.kind, param('kind')))),
)
/** A ticket that has not run out. */
export async function ticketByHash(engine: Engine, kind: TicketKind, hash: string, now: Instant) {
  const [row] = await engine.all(byHash, { kind, hash })
  if (!row || row.expiresAt <= now) return null
  return { ...row, content: row.content === null ? null : JSON.parse(row.content) } as Ticket
}

const insert = statement(({ q, t }) =>
  q.insert(t.tickets).values({
    hash: param('hash'),
    kind: param('kind'),
    subject: param('subject'),
    content: param('content'),
    expiresAt: param('expiresAt'),
  }),
)
export const ticketWrite = (ticket: Ticket): Write => ({
  statement: insert,
  params: { ...ticket, content: ticket.content && JSON.stringify(ticket.content) },
})

const use = statement(({ q, t }) => q.delete(t.tickets).where(eq(t.tickets.hash, param('hash'))))
/** A ticket is used once: it goes, and who comes second finds none. */
export const ticketUsedWrite = (hash: string): Write => ({
  statement: use,
  params: { hash },
  unless: { rows: 1, refused: 'conflict' },
})

const dropSecondSteps = statement(({ q, t }) =>
  q.delete(t.tickets).where(and(eq(t.tickets.kind, 'second-step'), eq(t.tickets.subject, param('account')))),
)
/** A password that was right before opens no second step any more. */
export const dropSecondStepsWrite = (account: AccountId): Write => ({
  statement: dropSecondSteps,
  params: { account },
})

const dropOld = statement(({ q, t }) => q.delete(t.tickets).where(lt(t.tickets.expiresAt, param('before'))))
export const dropTicketsWrite = (before: Instant): Write => ({ statement: dropOld, params: { before } })
