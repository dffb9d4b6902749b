import type { PrintedBlock } from '../../domain/reports/printed/printed-report.ts'
import type { AssumedLimit } from '../../domain/reports/report.ts'
import { figure, paragraph, words } from './blocks.ts'
import { plainTable } from './plain-table.ts'
import { trace } from './table-notes.ts'
import { type Telling, tell } from './teller.ts'

/** Limits that no agreement states: each of two countries’ own, of all six countries how many a procedure has. */
export const limitsInWords = (telling: Telling): readonly PrintedBlock[] =>
  telling.content.corridor ? everyLimit(telling) : limitsOr(telling, limitsByProcedure)

/** Each of them. */
export const everyLimit = (telling: Telling): readonly PrintedBlock[] => limitsOr(telling, eachLimit)

function limitsOr(
  telling: Telling,
  table: (telling: Telling, limits: readonly AssumedLimit[]) => PrintedBlock,
): readonly PrintedBlock[] {
  const { assumedLimits } = telling.content.figures
  return [assumedLimits.length === 0 ? paragraph(tell(telling, 'report:noFigures')) : table(telling, assumedLimits)]
}

const about = (telling: Telling) => ({
  id: 'assumed-limits',
  caption: tell(telling, 'report:table.assumed-limits'),
  notes: [
    tell(telling, 'report:note.assumed'),
    trace(telling, 'assumed-limits', `limits?status=assumed&snapshot=${telling.content.figures.snapshot}`),
  ],
})

const eachLimit = (telling: Telling, limits: readonly AssumedLimit[]): PrintedBlock =>
  plainTable(
    telling,
    about(telling),
    [
      { head: tell(telling, 'report:head.procedure'), cell: (one) => words(procedureName(telling, one)) },
      { head: tell(telling, 'report:head.step'), cell: (one) => words(stepName(telling, one)) },
      { head: tell(telling, 'report:head.limit'), numeric: true, cell: ({ count }) => figure(count) },
      { head: tell(telling, 'report:head.unit'), cell: ({ unit }) => words(tell(telling, `report:unit.${unit}`)) },
    ],
    limits,
  )

const limitsByProcedure = (telling: Telling, limits: readonly AssumedLimit[]): PrintedBlock =>
  plainTable(
    telling,
    about(telling),
    [
      { head: tell(telling, 'report:head.procedure'), cell: ([one]) => words(procedureName(telling, one)) },
      { head: tell(telling, 'report:head.figure'), numeric: true, cell: (own) => figure(own.length) },
    ],
    [...Map.groupBy(limits, ({ procedure }) => procedure).values()] as [AssumedLimit, ...AssumedLimit[]][],
  )

const procedureOf = ({ world }: Telling, { procedure, version }: AssumedLimit) =>
  world.procedures.get(procedure)?.find((one) => one.version === version)

const procedureName = (telling: Telling, limit: AssumedLimit): string =>
  procedureOf(telling, limit)?.label[telling.language] ?? limit.procedure

const stepName = (telling: Telling, limit: AssumedLimit): string =>
  procedureOf(telling, limit)?.steps.find(({ key }) => key === limit.step)?.label[telling.language] ?? limit.step
