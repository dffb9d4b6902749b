import type { ClockJob } from './clock-job.ts'
import type { Attack } from './hostile.ts'
import type { Cost } from './load.ts'
import type { Measured } from './measure.ts'

/** One row of the table. `target` is that of the first version; null where there is none to meet. */
export interface Line {
  readonly what: string
  readonly cases: number
  readonly value: number
  /** Lowest and highest of the middle half. */
  readonly spread: readonly [number, number]
  readonly target: number | null
  readonly met: boolean | null
}

type Name = keyof Measured['costs']
interface Wanted {
  readonly at: 'most' | 'least'
  readonly target: number
}
const most = (target: number): Wanted => ({ at: 'most', target })
const cpu = (cost: Cost): number => cost.cpu
const perSecond = (cost: Cost): number => cost.perSecond

/** Cases from which on the target for memory is meant. */
const MEMORY_FROM = 100_000

export function linesOf(
  measured: readonly Measured[],
  startMs: readonly number[],
  clockJob: ClockJob,
  openingMs: readonly number[],
  attack: Attack,
): readonly Line[] {
  const [smallest] = measured
  const largest = measured.at(-1)
  if (!smallest || !largest) return []
  const each = (what: string, name: Name, of: (cost: Cost) => number, wanted: Wanted | null) =>
    measured.map(({ size, costs }) => line(what, size, ratios(costs[name].service, costs[name].floor, of), wanted))
  const grown = measured
    .slice(1)
    .map(({ size, costs }) =>
      line(
        `Q  there / at ${smallest.size.toLocaleString('en')} cases`,
        size,
        ratios(costs.queue.service, smallest.costs.queue.service, cpu),
        most(1.25),
      ),
    )
  const memory = (what: string, bytes: number) =>
    line(what, largest.size, [bytes / 1e6], largest.size >= MEMORY_FROM ? most(250) : null)
  return [
    ...each('Q  myWork, first 25: CPU x floor', 'queue', cpu, most(3)),
    ...each('Q  a later page, its files not read before', 'later', cpu, null),
    ...grown,
    ...each('F  one case file, not read before: CPU x floor', 'file', cpu, most(4)),
    ...each('F  a file read before', 'again', cpu, most(4)),
    ...each('A  acknowledgeRequest, 8 at once: throughput x floor', 'acknowledge', perSecond, {
      at: 'least',
      target: 0.7,
    }),
    memory('memory after the first answer, MB', largest.memory.fresh),
    memory('memory at rest after all the rounds, MB', largest.memory.rested),
    line(
      'start to first answer, s',
      largest.size,
      startMs.map((ms) => ms / 1000),
      most(3),
    ),
    ...stallLines(clockJob),
    ...attackLines(attack),
    line('opening steps and deadlines of one case, nothing remembered, ms', 1, openingMs, most(1)),
  ]
}

/** The longest turn of the loop over all walks; beside it the one in a hundred, and the longest. */
function stallLines({ cases, walks, floor }: ClockJob): readonly Line[] {
  const lineOf = (what: string, turns: readonly number[], wanted: Wanted | null): Line => {
    const sorted = turns.toSorted((one, other) => other - one)
    const longest = sorted[0] ?? Number.NaN
    const spread = [sorted[Math.floor(sorted.length / 100)] ?? longest, longest] as const
    return { ...line(what, cases, [longest], wanted), spread }
  }
  return [
    lineOf(
      'clock job over open cases: longest stall, ms (1 in 100 to longest)',
      walks.flatMap(({ wall }) => wall),
      most(20),
    ),
    lineOf('commits of one row on the same disk: longest stall, ms', floor.wall, null),
    lineOf(
      'clock job over open cases, on the processor alone, ms',
      walks.flatMap(({ cpu }) => cpu),
      null,
    ),
    line('clock job: the three walks together, s', cases, [walks.reduce((sum, { seconds }) => sum + seconds, 0)], null),
  ]
}

/** One in a hundred of the refused waits longer; beside it the median and the longest. */
function attackLines({ cases, refusedMs, kept }: Attack): readonly Line[] {
  const sorted = refusedMs.toSorted((one, other) => one - other)
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? Number.NaN
  const refused = line(
    'hostile requests beside officers: refused within, ms, 99 in 100 (median to longest)',
    cases,
    [at(0.99)],
    most(50),
  )
  return [
    { ...refused, spread: [at(0.5), at(1)] },
    line('Q  throughput beside ten hostile requests a second / without', cases, kept, { at: 'least', target: 0.9 }),
  ]
}

/** Ratios of neighbouring rounds: what the machine did meanwhile weighs on both alike. */
const ratios = (costs: readonly Cost[], floor: readonly Cost[], of: (cost: Cost) => number): readonly number[] =>
  costs.map((cost, position) => of(cost) / of(floor[position] as Cost))

function line(what: string, cases: number, values: readonly number[], wanted: Wanted | null): Line {
  const sorted = values.toSorted((one, other) => one - other)
  const at = (part: number): number => sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN
  const value = at(0.5)
  const met = wanted && (wanted.at === 'most' ? value <= wanted.target : value >= wanted.target)
  return { what, cases, value, spread: [at(0.25), at(0.75)], target: wanted?.target ?? null, met }
}

const show = (value: number): string => value.toFixed(value >= 100 ? 0 : 2)

/** The table for people. */
export function table(lines: readonly Line[]): string {
  const rows = lines.map(({ what, cases, value, spread, target, met }) => [
    what,
    cases.toLocaleString('en'),
    show(value),
    `${show(spread[0])} to ${show(spread[1])}`,
    target === null ? '' : String(target),
    met === null ? '' : met ? 'met' : 'MISSED',
  ])
  const all = [['what', 'cases', 'median', 'middle half', 'target', ''], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length))) ?? []
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
