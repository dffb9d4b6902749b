import { type Ticket, ticketByHash, ticketWrite } from '../../../db/ticket-queries.ts'
import { randomToken } from '../../chance.ts'
import { TICKET_LASTS } from '../../domain/access/lifetimes.ts'
import { plus } from '../../domain/kernel/instant.ts'
import type { Service } from '../service.ts'
import { secretHash } from './secret-hash.ts'

/** Makes a ticket for what must be finished soon; only its hash is kept. */
export async function makeTicket(service: Service, what: Pick<Ticket, 'kind' | 'subject' | 'content'>) {
  const ticket = randomToken('mlt')
  const expiresAt = plus(service.clock.now(), TICKET_LASTS)
  await service.engine.commit([ticketWrite({ ...what, hash: secretHash(service, 'ticket', ticket), expiresAt })])
  return { ticket, expiresAt }
}

/** The ticket that was shown; null where there is none of this kind, or it was used or ran out. */
export const ticketOf = (service: Service, kind: Ticket['kind'], ticket: string): Promise<Ticket | null> =>
  ticketByHash(service.engine, kind, secretHash(service, 'ticket', ticket), service.clock.now())
