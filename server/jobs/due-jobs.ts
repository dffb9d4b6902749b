import { dropEffectsBefore } from '../../db/effect-queries.ts'
import { DAY, plus } from '../domain/kernel/instant.ts'
import type { Service } from '../services/service.ts'

/** How long a mutation sent twice is known to be the same (api.md). */
const KEPT_DAYS = 7

/** What the clock triggers. Each job may run at any time and any number of times: it does what is due, once. */
export async function runDueJobs({ engine, clock }: Service): Promise<void> {
  await engine.commit(dropEffectsBefore(plus(clock.now(), -KEPT_DAYS * DAY)))
}
