import type { Cost } from './load.ts'
import type { Costs, Measured } from './measure.ts'

interface Line {
  readonly what: string
  readonly size: string
  readonly value: number
  readonly spread: string
  readonly target: string
  readonly met: boolean
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN
}

/** Ratios of neighbouring rounds: what the machine did meanwhile weighs on both alike. */
const ratios = (costs: Costs, of: (cost: Cost) => number): number[] =>
  costs.service.map((cost, position) => of(cost) / of(costs.floor[position] as Cost))

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(2))

function compared(what: string, size: string, values: readonly number[], target: number, atLeast = false): Line {
  const value = median(values)
  const spread = `${number(Math.min(...values))} to ${number(Math.max(...values))}`
  const met = atLeast ? value >= target : value <= target
  return { what, size, value, spread, target: `${atLeast ? 'at least' : 'at most'} ${target}`, met }
}

const cpu = ({ cpu }: Cost): number => cpu
const perSecond = ({ perSecond }: Cost): number => perSecond

/** The measured ratios beside the first-version targets; a target missed says so. */
export function report(measured: readonly Measured[]): string {
  const lines = measured.flatMap(({ size, queue, file, acknowledge, restBytes, startMs }): Line[] => {
    const cases = size.toLocaleString('en')
    return [
      compared('Q  myWork, first 25: CPU x floor', cases, ratios(queue, cpu), 3.0),
      compared('F  one case file: CPU x floor', cases, ratios(file, cpu), 4.0),
      compared(
        'A  acknowledgeRequest, 8 at once: throughput x floor',
        cases,
        ratios(acknowledge, perSecond),
        0.7,
        true,
      ),
      compared('memory at rest, MB', cases, [restBytes / 1e6], 250),
      compared('start to first answer, s', cases, [startMs / 1000], 3),
    ]
  })
  const [first, last] = [measured[0], measured.at(-1)]
  if (first && last && last !== first) {
    const grown = [median(last.queue.service.map(cpu)) / median(first.queue.service.map(cpu))]
    lines.push(
      compared(`Q  ${last.size.toLocaleString('en')} / ${first.size.toLocaleString('en')} cases`, '', grown, 1.25),
    )
  }
  return table(lines)
}

function table(lines: readonly Line[]): string {
  const head = ['what', 'cases', 'median', 'spread', 'target', '']
  const rows = lines.map(({ what, size, value, spread, target, met }) => [
    what,
    size,
    number(value),
    spread,
    target,
    met ? 'met' : 'MISSED',
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)))
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
