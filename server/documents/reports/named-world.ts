import type { ReportContent } from '../../domain/reports/report.ts'
import { pinned, type World } from '../../domain/world.ts'

/** The world as far as files name it: what goes to another thread is copied while everybody waits. */
export function namedWorld(world: World, { figures }: ReportContent): World {
  const named = new Map(figures.assumedLimits.map((limit) => [limit.procedure, limit.version]))
  const procedures: World['procedures'] = new Map(
    [...world.procedures.keys()].flatMap((id) => {
      const version = named.get(id)
      const procedure = version === undefined ? undefined : pinned(world, id, version)
      return procedure ? [[id, [procedure]] as const] : []
    }),
  )
  return {
    ...world,
    procedures,
    instruments: new Map(),
    consentForms: new Map(),
    questions: new Map(),
    limitProposals: new Map(),
    holidayTables: new Map(),
  }
}
