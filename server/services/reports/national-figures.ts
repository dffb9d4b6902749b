import { type AggregateKey, listAggregates } from '../../../db/aggregate-list-queries.ts'
import type { Aggregate } from '../../domain/aggregates/compare.ts'
import { sameCorridor } from '../../domain/kernel/country.ts'
import { type Direction, directionsOf } from '../../domain/reports/figures/figures-of.ts'
import type { ReportedFigure, ReportParameters } from '../../domain/reports/report.ts'
import type { Service } from '../service.ts'

const PORTION = 500

/** Figures that countries reported of the year, as they are in force now; of a corridor review those of its corridor alone. */
export async function nationalFigures(
  { engine }: Service,
  { period, corridor }: Pick<ReportParameters, 'period' | 'corridor'>,
): Promise<readonly ReportedFigure[]> {
  const found: Aggregate[] = []
  for (let after: AggregateKey | null = null; ; ) {
    const page = await listAggregates(engine, { year: period.year }, after, PORTION)
    found.push(...page)
    const last = page.at(-1)
    if (!last || page.length < PORTION) break
    after = { importId: last.import.id, position: last.position }
  }
  return found
    .map(reportedFigure)
    .filter((one) => isAbout(one, period.quarter, corridor))
    .sort(inOrder)
}

const reportedFigure = ({ import: head, ...figure }: Aggregate): ReportedFigure => ({
  country: head.country,
  indicator: figure.indicator,
  period: { year: figure.year, quarter: figure.quarter },
  corridor:
    figure.requestingCountry && figure.countryOfReturn
      ? { requestingCountry: figure.requestingCountry, countryOfReturn: figure.countryOfReturn }
      : null,
  total: figure.total,
  definition: head.definition,
  coverage: head.coverage,
  source: head.source,
  sourceDay: head.sourceDay,
})

/** A quarter is not taken from a year, nor the other way round. */
const isAbout = (one: ReportedFigure, quarter: number | null, corridor: ReportParameters['corridor']): boolean =>
  one.period.quarter === quarter && directionsOf(corridor).some((direction) => isOn(one, direction))

const isOn = ({ corridor }: ReportedFigure, direction: Direction): boolean =>
  !direction || (corridor !== null && sameCorridor(corridor, direction))

/** The same figures in the same order, whenever they are asked for. */
const inOrder = (one: ReportedFigure, other: ReportedFigure): number =>
  JSON.stringify([one.country, one.indicator, one.corridor]) <
  JSON.stringify([other.country, other.indicator, other.corridor])
    ? -1
    : 1
