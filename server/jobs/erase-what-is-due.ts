import { noRemainsBefore, remainsInFiles } from '../../db/mark-queries.ts'
import { DAY, type Instant, plus } from '../domain/kernel/instant.ts'
import type { Certificate } from '../domain/retention/certificate.ts'
import { isNight } from '../domain/retention/night.ts'
import { dueErasures } from '../services/due-erasures.ts'
import { eraseCase } from '../services/erase.ts'
import type { Service } from '../services/service.ts'
import { pause } from './pause.ts'

/** Erases every case whose time has come, one commit each: after a stop it goes on with what is left. */
export async function eraseWhatIsDue(service: Service): Promise<readonly Certificate[]> {
  const certificates: Certificate[] = []
  for await (const portion of dueErasures(service, service.clock.now()))
    for (const { file, why } of portion) {
      const certificate = await eraseCase(service, file, why)
      if (certificate) certificates.push(certificate)
      await pause()
    }
  return certificates
}

/**
 * Bytes of what was erased are still in the store’s files. These are written anew, which holds everybody up, so it is done
 * at night, or once a day has passed. That it is owed is noted in the commits that erase, and outlives a stop.
 */
export async function purgeInTime(service: Service): Promise<void> {
  const since = await remainsInFiles(service.engine)
  if (since === null) return
  const now = service.clock.now()
  if (isNight(now) || plus(since, DAY) <= now) await purge(service)
}

/** True when no file holds remains any more; false when somebody was in the way, and the next minute tries again. */
export async function purge(service: Service): Promise<boolean> {
  const started: Instant = service.clock.now()
  const done = await service.engine.purge()
  if (done) await noRemainsBefore(service.engine, started)
  return done
}
