import type { Procedure } from '../../domain/procedures/procedure.ts'
import type { ReportContent } from '../../domain/reports/report.ts'
import type { World } from '../../domain/world.ts'

type Step = Procedure['steps'][number]
interface NamedProcedure extends Pick<Procedure, 'version' | 'label'> {
  readonly steps: readonly Pick<Step, 'key' | 'label'>[]
}

/** The world as far as reports name it. */
export interface NamedWorld extends Pick<World, 'countries' | 'offices' | 'codeLists' | 'codes'> {
  readonly procedures: ReadonlyMap<Procedure['id'], readonly NamedProcedure[]>
}

/** The world as far as one report names it: what goes to another process is copied while everybody waits. */
export function namedWorld(world: World, { figures, countries }: ReportContent): NamedWorld {
  const procedures = new Set(figures.assumedLimits.map(({ procedure }) => procedure))
  const offices = new Set(countries.map(({ cleared }) => cleared?.office))
  return {
    countries: world.countries,
    codeLists: world.codeLists,
    codes: world.codes,
    offices: new Map([...world.offices].filter(([id]) => offices.has(id))),
    procedures: new Map(
      [...world.procedures].filter(([id]) => procedures.has(id)).map(([id, versions]) => [id, versions.map(namesOf)]),
    ),
  }
}

const namesOf = ({ version, label, steps }: Procedure): NamedProcedure => ({
  version,
  label,
  steps: steps.map((step) => ({ key: step.key, label: step.label })),
})
