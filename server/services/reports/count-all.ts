import { factCounts } from '../../../db/fact-counts.ts'
import { type OpenSteps, openStepCounts } from '../../../db/open-step-counts.ts'
import type { Reading } from '../../../db/statement.ts'
import type { Instant } from '../../domain/kernel/instant.ts'
import { isWatched } from '../../domain/reports/durations.ts'
import type { CountedFact } from '../../domain/reports/figures/counted-fact.ts'
import { type Asked, askedFor, figureTable } from '../../domain/reports/figures/figure-tables.ts'
import { openTables } from '../../domain/reports/figures/open-steps.ts'
import type { CountTable } from '../../domain/reports/protection/count-table.ts'
import type { ReportParameters, ReportTable } from '../../domain/reports/report.ts'
import type { Service } from '../service.ts'
import { dimensionsIn } from './figure-codes.ts'
import { watchedAmong } from './watched-steps.ts'

/** One table, before and after protection. */
export interface Counted extends Pick<ReportTable, 'figure' | 'query'> {
  readonly table: CountTable
}

type Part =
  | { readonly kind: 'facts'; readonly asked: Asked; readonly facts: readonly CountedFact[] }
  | { readonly kind: 'days'; readonly table: string; readonly facts: readonly CountedFact[] }
  | { readonly kind: 'open'; readonly steps: readonly OpenSteps[] }

/** Everything that is counted, read at one moment. */
export async function countAll({ engine, world }: Service, report: ReportParameters, snapshot: Instant) {
  const dimensions = dimensionsIn(world)
  const asked = askedFor(dimensions, report)
  const readings: readonly Reading<Part>[] = [
    ...asked.map((one) =>
      then(factCounts(one.query, one.columns), (facts) => ({ kind: 'facts' as const, asked: one, facts })),
    ),
    ...asked
      .filter(isWatched)
      .map(({ id, query }) =>
        then(factCounts(query, ['owedBy', 'days']), (facts) => ({ kind: 'days' as const, table: id, facts })),
      ),
    then(openStepCounts(snapshot), (steps) => ({ kind: 'open' as const, steps })),
  ]
  const parts = await engine.scan(readings)
  const tables = parts.flatMap((part): readonly Counted[] =>
    part.kind === 'facts'
      ? [{ ...part.asked, table: figureTable(part.asked, part.facts, dimensions, { ...report, snapshot }) }]
      : [],
  )
  const open = watchedAmong(
    world,
    parts.flatMap((part) => (part.kind === 'open' ? part.steps : [])),
  )
  const days = new Map(parts.flatMap((part) => (part.kind === 'days' ? [[part.table, part.facts] as const] : [])))
  return { counted: [...tables, ...openTables(open, report, snapshot)], days }
}

const then = <T, R>({ read, ...query }: Reading<T>, make: (value: T) => R): Reading<R> => ({
  ...query,
  read: (rows) => make(read(rows)),
})
