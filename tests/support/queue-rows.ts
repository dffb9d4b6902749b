import type { Engine } from '../../db/engine.ts'
import { queueOf } from '../../server/domain/cases/consequences.ts'
import type { CaseId, OfficeId } from '../../server/domain/kernel/ids.ts'
import { loadFiles } from '../../server/services/load-files.ts'
import type { Service } from '../../server/services/service.ts'
import { everyRow, unlike } from './every-row.ts'

/** Queue rows that differ from what they would be if every case were looked at now; how far each has climbed left out. */
export async function queueFaults(service: Service): Promise<readonly string[]> {
  const { cases, queue } = await everyRow(service.engine)
  const ids = cases.map(({ id }) => id as CaseId)
  const files = await loadFiles(service, ids, '' as OfficeId)
  const wanted = files.flatMap(({ file }) =>
    queueOf(service.world, file, service.clock.now()).map(({ nextAt: _, ...row }) => ({
      ...row,
      caseId: file.id,
      roles: `,${row.roles.join(',')},`,
      owes: row.owes ? 1 : 0,
    })),
  )
  const stored = queue.map(({ nextAt: _, ...row }) => row)
  return unlike('queue', wanted, stored)
}

/** What the journal says of deadlines that were reckoned anew. */
export async function reckonedIn(engine: Engine): Promise<readonly Reckoned[]> {
  const { journal, journalContent, journalParts } = await everyRow(engine)
  const kinds = new Set(journal.filter(({ kind }) => kind === 'deadlinesReckoned').map(({ id }) => id))
  return journalContent
    .filter(({ id }) => kinds.has(id))
    .map(({ id, content }) => {
      const parts = journalParts.filter(({ journal: entry }) => entry === id).map((part) => JSON.parse(part.content))
      const moved = parts.flatMap((part) => part.moved.map((one: object) => ({ case: part.id, ...one })))
      return { ...JSON.parse(content), moved } as Reckoned
    })
}

interface Reckoned {
  readonly kind: string
  readonly country: string
  readonly why: string
  readonly moved: readonly { readonly case: string; readonly step: string; readonly was: string; readonly is: string }[]
}
