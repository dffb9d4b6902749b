import type { ReportsMade } from './making-reports.ts'
import type { Line } from './report.ts'

/** Reports as rows: seconds of each job, what else it cost, and what officers felt of it. */
export function reportLines({ cases, jobs, ...made }: ReportsMade): readonly Line[] {
  const row = (what: string, value: number, target: number | null = null, spread = [value, value] as const): Line => {
    return { what, cases, value, spread, target, met: target === null ? null : value <= target }
  }
  const [quiet, beside] = [percentiles(made.quietMs), percentiles(made.besideMs)]
  return [
    ...jobs.flatMap(({ what, seconds, cpu, typesetting }) => [
      row(`report, ${what}: s`, seconds, 60),
      row('  the same, on the processor alone: the service', cpu),
      ...(typesetting > 0 ? [row('  the same, on the processor alone: the typesetter', typesetting)] : []),
    ]),
    row('reports: most memory of the service, MB', made.peak / 1e6, 600),
    row('  before the first', made.quietPeak / 1e6),
    ...jobs.map(({ what, peak }) => row(`  until ${what}`, peak / 1e6)),
    row('reports: most memory of the typesetter, MB', made.typesetterPeak / 1e6),
    row('Q  alone at an even pace, ms, 99 in 100 (median to longest)', quiet.p99, null, quiet.spread),
    row('Q  while reports are made, ms, 99 in 100 (median to longest)', beside.p99, null, beside.spread),
    row('Q  while reports are made / alone, 99 in 100', beside.p99 / quiet.p99, 2),
    row('reports: longest stall of the loop, ms', Math.max(...jobs.map(({ stall }) => stall)), 25),
    row('  without a report', made.quietStall),
    ...jobs.map(({ what, stall }) => row(`  ${what}`, stall)),
  ]
}

function percentiles(took: readonly number[]) {
  const sorted = took.toSorted((one, other) => one - other)
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN
  return { p99: at(0.99), spread: [at(0.5), at(1)] as const }
}
