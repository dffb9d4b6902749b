import { type Ticket, ticketByHash, ticketWrite } from '../../../db/ticket-queries.ts'
import { randomToken } from '../../chance.ts'
import { TICKET_LASTS } from '../../domain/access/lifetimes.ts'
import { plus } from '../../domain/kernel/instant.ts'
import type { Service } from '../service.ts'
import { secretHash } from './secret-hash.ts'

/** A ticket for what must be finished soon, and the write that makes it; only its hash is kept. */
export function newTicket(service: Service, what: Pick<Ticket, 'kind' | 'subject' | 'content'>) {
  const ticket = randomToken('mlt')
  const expiresAt = plus(service.clock.now(), TICKET_LASTS)
  const write = ticketWrite({ ...what, hash: secretHash(service, 'ticket', ticket), expiresAt })
  return { shown: { ticket, expiresAt }, write }
}

/** The ticket that was shown; null where there is none of this kind, or it was used or ran out. */
export const ticketOf = (service: Service, kind: Ticket['kind'], ticket: string): Promise<Ticket | null> =>
  ticketByHash(service.engine, kind, secretHash(service, 'ticket', ticket), service.clock.now())
