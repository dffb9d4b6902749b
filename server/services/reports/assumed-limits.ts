import { type CountryCode, countryCodes } from '../../domain/kernel/country.ts'
import type { Procedure } from '../../domain/procedures/procedure.ts'
import { directionsOf } from '../../domain/reports/figures/figures-of.ts'
import type { AssumedLimit, ReportParameters } from '../../domain/reports/report.ts'
import { procedureFor, type World } from '../../domain/world.ts'

/** Limits of the procedures in force that no agreement states: of the report’s corridor, or of all corridors. */
export function assumedLimits(world: World, { corridor }: Pick<ReportParameters, 'corridor'>): readonly AssumedLimit[] {
  const directions = corridor ? directionsOf(corridor) : everyDirection()
  const procedures = new Map<string, Procedure>()
  for (const direction of directions) {
    const procedure = direction && procedureFor(world, direction)
    if (procedure) procedures.set(procedure.id, procedure)
  }
  return [...procedures.values()]
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .flatMap(({ id, version, steps }) =>
      steps.flatMap(({ key, limit }) =>
        limit?.basis.status === 'assumed'
          ? [{ procedure: id, version, step: key, count: limit.count, unit: limit.unit }]
          : [],
      ),
    )
}

const everyDirection = () =>
  countryCodes.flatMap((requestingCountry: CountryCode) =>
    countryCodes
      .filter((countryOfReturn) => countryOfReturn !== requestingCountry)
      .map((countryOfReturn) => ({ requestingCountry, countryOfReturn })),
  )
