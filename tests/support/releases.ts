import type { Engine } from '../../db/engine.ts'
import { releasesSoFar } from '../../db/release-queries.ts'
import { type Release, releaseOf } from '../../server/domain/reports/protection/releases.ts'

/** Everything released so far, with its true counts. */
export const releasesIn = async (engine: Engine): Promise<readonly Release[]> =>
  (await releasesSoFar(engine)).map(releaseOf)
