import { setImmediate as aTurn } from 'node:timers/promises'
import { releasesSoFar } from '../../../db/release-queries.ts'
import { apart } from '../../adapters/apart.ts'
import { lastDayOf, type Period } from '../../domain/aggregates/period.ts'
import type { Instant } from '../../domain/kernel/instant.ts'
import { draftedLines } from '../../domain/reports/drafted-lines.ts'
import { durationsOf } from '../../domain/reports/durations.ts'
import { figureShares } from '../../domain/reports/figures/figures-of.ts'
import { dueDimension } from '../../domain/reports/figures/open-steps.ts'
import { periodDimension } from '../../domain/reports/figures/period.ts'
import type { Dimension } from '../../domain/reports/protection/count-table.ts'
import type { Merge } from '../../domain/reports/protection/merge.ts'
import type { Protected } from '../../domain/reports/protection/protect.ts'
import type { ReleasableTable } from '../../domain/reports/protection/releasable-table.ts'
import type { Release } from '../../domain/reports/protection/releases.ts'
import type { ProtectionRules } from '../../domain/reports/protection/rules.ts'
import type { ReportParameters, ReportTable, WithholdingRules } from '../../domain/reports/report.ts'
import type { MadeFigures } from '../../domain/reports/report-material.ts'
import type { Service } from '../service.ts'
import { assumedLimits } from './assumed-limits.ts'
import { type Counted, countAll } from './count-all.ts'
import { dimensionsIn } from './figure-codes.ts'
import { knownOf } from './known-of.ts'
import { nationalFigures } from './national-figures.ts'
import type { Progress } from './progress.ts'
import type { Protection } from './protect.worker.ts'

const PROTECT = new URL('protect.worker.ts', import.meta.url)

export type Figured =
  | {
      readonly kind: 'made'
      readonly made: MadeFigures
      readonly release: Release
      /** How many releases there were when this one was reckoned. */
      readonly earlier: number
    }
  | { readonly kind: 'no-data' }
  | { readonly kind: 'not-protected'; readonly merge: readonly Merge[] }

/**
 * The figures of a report as they are at this instant: read at one moment, protected with everything released so far, and
 * only then looked at. What is shown comes out of `ReleasableTable`s alone.
 */
export async function makeFigures(service: Service, report: ReportParameters, progress: Progress): Promise<Figured> {
  // Before the instant of the figures: a rival that ends in between is seen by its number, and never has a later snapshot.
  const earlier = await releasesSoFar(service.engine)
  const snapshot = service.clock.now()
  await progress.at('reading', 5)
  const { counted, days } = await countAll(service, report, snapshot)
  if (counted.every(({ table }) => table.cells.every(({ count }) => count === 0))) return { kind: 'no-data' }
  await progress.at('protecting', 30)
  const dimensions = dimensionsOf(service)
  const request = {
    audience: report.audience,
    dimensions,
    tables: counted.map(({ table }) => table),
    shares: figureShares,
  }
  const task: Protection = { request, earlier, rules: service.world.protection }
  const answer = await apart<Protected>(PROTECT, task, progress.signal)
  if (answer.kind === 'refused') return { kind: 'not-protected', merge: answer.merge }
  await progress.at('freezing', 80)
  const tables = counted.map((one, place) => reportTable(one, answer.tables[place], dimensions, snapshot))
  // Others have their turn between one long step and the next.
  await aTurn()
  const reported = await nationalFigures(service, report)
  const durations = durationsOf(tables, (table) => days.get(table) ?? [], report.period)
  const figures = {
    snapshot,
    periodEnded: hasEnded(report.period, snapshot),
    rules: withholdingRules(service.world.protection[report.audience]),
    tables,
    durations,
    reported,
    assumedLimits: assumedLimits(service.world, report),
  }
  const drafted = draftedLines(report, figures, await knownOf(service, report.period))
  await aTurn()
  return { kind: 'made', made: { figures, drafted }, release: answer.release, earlier: earlier.length }
}

/** By the day of UTC: all six countries are ahead of it, so by then the period has ended in each. */
const hasEnded = (period: Period, at: Instant): boolean => at.slice(0, 10) > lastDayOf(period)

const withholdingRules = ({ threshold, interval }: ProtectionRules): WithholdingRules => ({
  threshold: threshold.count,
  interval: interval.width,
  assumed: [threshold, interval].some(({ basis }) => basis.status === 'assumed'),
})

/** Without what only the counting needs: the rest goes to another thread. */
const dimensionsOf = ({ world }: Service): readonly Dimension[] =>
  [...Object.values(dimensionsIn(world)), dueDimension, periodDimension].map(
    ({ name, categories, within, overlapping, apartFrom, sensitive }: Dimension) => ({
      name,
      categories,
      sensitive,
      ...(within ? { within } : {}),
      ...(overlapping ? { overlapping } : {}),
      ...(apartFrom ? { apartFrom } : {}),
    }),
  )

function reportTable(
  { figure, query }: Counted,
  table: ReleasableTable | undefined,
  dimensions: readonly Dimension[],
  snapshot: Instant,
): ReportTable {
  if (!table) throw new Error(`disclosure control gave no table for ${figure}`)
  return {
    id: table.id,
    figure,
    query,
    snapshot,
    dimensions: table.dimensions.map((name) => ({
      name,
      categories: dimensions.find((one) => one.name === name)?.categories ?? [],
    })),
    ...(table.isWithheld ? { isWithheld: true } : {}),
    cells: table.cells.map(({ where, count }) => ({ where, count, leftOut: count === null ? 'protection' : null })),
  }
}
