import type { ReportsMade } from './making-reports.ts'
import type { Line } from './report.ts'

/** Reports as rows: seconds of each job, what else it cost, and what officers felt of it; on one engine. */
export function reportLines(engine: string, { cases, rounds, ...made }: ReportsMade): readonly Line[] {
  const row = (what: string, value: number, target: number | null = null, spread = [value, value] as const): Line => {
    return { what: `${engine}: ${what}`, cases, value, spread, target, met: target === null ? null : value <= target }
  }
  const over = (what: string, values: readonly number[], target: number | null = null) =>
    row(what, at(values, 0.5), target, [at(values, 0), at(values, 1)])
  const felt = (what: string, took: readonly number[]) =>
    row(`Q  ${what}, ms, 99 in 100 (median to longest)`, at(took, 0.99), null, [at(took, 0.5), at(took, 1)])
  const jobs = Map.groupBy(
    rounds.flatMap((round) => round.jobs),
    ({ what }) => what,
  )
  const alone = rounds.flatMap(({ aloneMs }) => aloneMs)
  const beside = rounds.flatMap(({ besideMs }) => besideMs)
  const ratios = rounds.map(({ aloneMs, besideMs }) => at(besideMs, 0.99) / at(aloneMs, 0.99))
  return [
    row('work of others beside it, processors', made.others),
    ...[...jobs].flatMap(([what, done]) => [
      over(
        `${what}: s`,
        done.map(({ seconds }) => seconds),
        60,
      ),
      over(
        '  on the processor alone: the service',
        done.map(({ cpu }) => cpu),
      ),
      over(
        '  on the processor alone: what it started',
        done.map(({ apart }) => apart),
      ),
      over(
        '  longest stall of the loop, ms',
        done.map(({ stall }) => stall),
      ),
    ]),
    row('most memory of the service, MB', made.peak / 1e6, 600),
    row('  before the first report', made.peakBefore / 1e6),
    row('most memory of what it started, MB', made.apartPeak / 1e6),
    row('most memory of both, MB', (made.peak + made.apartPeak) / 1e6, 600),
    felt('alone at an even pace', alone),
    felt('while reports are made', beside),
    row('Q  while reports are made / alone, 99 in 100', at(beside, 0.99) / at(alone, 0.99), 1.5),
    over('Q  the same, of each round', ratios),
    over(
      'longest stall without a report, ms',
      rounds.map(({ aloneStall }) => aloneStall),
      25,
    ),
  ]
}

/** The value at a part of the way from the lowest to the highest. */
function at(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN
}
