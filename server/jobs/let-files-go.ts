import { fileGoneWrite, filesMadeBy } from '../../db/old-report-files.ts'
import { registerEntry, registerWrites } from '../../db/register-queries.ts'
import { DAY, type Instant, plus } from '../domain/kernel/instant.ts'
import { registered } from '../domain/registers/act.ts'
import type { World } from '../domain/world.ts'
import type { Service } from '../services/service.ts'
import { pause } from './pause.ts'

const PORTION = 20

/** Files of reports that were made by then go at an instant. */
export const goneIfMadeBy = ({ reportFiles }: World, at: Instant): Instant =>
  plus(at, -reportFiles.keepDays.count * DAY)

/**
 * Files of reports go some days after they were made, and are made anew for whoever asks again. That a file was there, and the
 * hash of its bytes, stays; so do figures, content and releases.
 */
export async function letFilesGo({ engine, clock, world }: Service): Promise<number> {
  const now = clock.now()
  let gone = 0
  for (;;) {
    const ids = await filesMadeBy(engine, goneIfMadeBy(world, now), PORTION)
    if (ids.length === 0) return gone
    const before = gone
    for (const id of ids) {
      const entry = await registerEntry(engine, 'reportFile', id)
      if (!entry) throw new Error(`the file ${id} is of nothing`)
      const content = { ...entry.content, making: { state: 'let-go' as const } }
      const { register } = registered('reportFile', id, entry.version, content)
      const lost = await engine.commit([fileGoneWrite(id), ...(register ? registerWrites(register, now) : [])])
      // Another process may have been faster.
      if (lost === null) gone += 1
      await pause()
    }
    // What nobody lets go now is looked at again the next time.
    if (gone === before) return gone
  }
}
