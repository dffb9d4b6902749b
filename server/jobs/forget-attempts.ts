import { dropAttemptsWrite } from '../../db/attempt-queries.ts'
import { dropSessionsWrite } from '../../db/session-queries.ts'
import { dropTicketsWrite } from '../../db/ticket-queries.ts'
import { ATTEMPTS_REMEMBERED } from '../domain/access/lifetimes.ts'
import { DAY, plus } from '../domain/kernel/instant.ts'
import type { Service } from '../services/service.ts'

/** How long a session that ended is kept: long enough to say what became of its token. */
const ENDED_KEPT = 30 * DAY

/** What was half done, failed or ended long ago goes. */
export async function forgetAttempts({ engine, clock }: Service): Promise<void> {
  const now = clock.now()
  await engine.commit([
    dropTicketsWrite(now),
    dropAttemptsWrite(plus(now, -ATTEMPTS_REMEMBERED)),
    dropSessionsWrite(plus(now, -ENDED_KEPT)),
  ])
}
