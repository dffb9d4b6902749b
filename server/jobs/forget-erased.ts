import { casesThere } from '../../db/erasure-queries.ts'
import type { Service } from '../services/service.ts'

/** What another process erased leaves this one's memory as well. */
export async function forgetErased({ engine, files }: Service): Promise<void> {
  const { ids } = files
  const there = await casesThere(engine, ids)
  for (const id of ids) if (!there.has(id)) files.forget(id)
}
