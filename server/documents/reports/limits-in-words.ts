import type { PrintedBlock } from '../../domain/reports/printed/printed-report.ts'
import type { AssumedLimit } from '../../domain/reports/report.ts'
import { pinned } from '../../domain/world.ts'
import { figure, paragraph, words } from './blocks.ts'
import { plainTable } from './plain-table.ts'
import { type Telling, tell } from './teller.ts'

/** Limits that no agreement states. */
export function limitsInWords(telling: Telling): readonly PrintedBlock[] {
  const { assumedLimits } = telling.content.figures
  if (assumedLimits.length === 0) return [paragraph(tell(telling, 'report:noFigures'))]
  return [
    plainTable(
      telling,
      {
        id: 'assumed-limits',
        caption: tell(telling, 'report:table.assumed-limits'),
        notes: [tell(telling, 'report:note.assumed')],
      },
      [
        { head: tell(telling, 'report:head.procedure'), cell: (one) => words(procedureName(telling, one)) },
        { head: tell(telling, 'report:head.step'), cell: (one) => words(stepName(telling, one)) },
        { head: tell(telling, 'report:head.limit'), numeric: true, cell: ({ count }) => figure(count) },
        { head: tell(telling, 'report:head.unit'), cell: ({ unit }) => words(tell(telling, `report:unit.${unit}`)) },
      ],
      assumedLimits,
    ),
  ]
}

const procedureOf = ({ world }: Telling, { procedure, version }: AssumedLimit) => pinned(world, procedure, version)

const procedureName = (telling: Telling, limit: AssumedLimit): string =>
  procedureOf(telling, limit)?.label[telling.language] ?? limit.procedure

const stepName = (telling: Telling, limit: AssumedLimit): string =>
  procedureOf(telling, limit)?.steps.find(({ key }) => key === limit.step)?.label[telling.language] ?? limit.step
