import { showList, showNamed } from '../../../locales/show.ts'
import type { PrintedBlock } from '../../domain/reports/printed/printed-report.ts'
import type { Duration } from '../../domain/reports/report.ts'
import { figure, paragraph, words } from './blocks.ts'
import { cellsOf, NOT_CLEARED, WITHHELD } from './counts.ts'
import { categoryName } from './dimension-words.ts'
import { plainTable } from './plain-table.ts'
import { trace } from './table-notes.ts'
import { countryName, directionName, type Telling, tell } from './teller.ts'

const STEPS = ['acknowledgeRequest', 'recordVerification', 'confirmReception'] as const

/** How long each step took in each country: with the n, and how many were open and not yet due. */
export function durationsInWords(telling: Telling): readonly PrintedBlock[] {
  const { durations } = telling.content.figures
  if (durations.length === 0) return [paragraph(tell(telling, 'report:noFigures'))]
  const days = (one: Duration, value: number | null) => figure(value, one.n === null ? signOf(telling, one) : undefined)
  return [
    plainTable(
      telling,
      {
        id: 'durations',
        caption: tell(telling, 'report:table.durations'),
        notes: [tell(telling, 'report:note.durations'), traceOfDurations(telling)],
      },
      [
        { head: tell(telling, 'report:head.step'), cell: (one) => words(stepOf(telling, one)) },
        { head: tell(telling, 'report:head.owedBy'), cell: ({ owedBy }) => words(countryName(telling, owedBy)) },
        {
          head: tell(telling, 'report:head.measured'),
          numeric: true,
          cell: (one) => figure(one.n, signOf(telling, one)),
        },
        { head: tell(telling, 'report:head.median'), numeric: true, cell: (one) => days(one, one.median) },
        { head: tell(telling, 'report:head.percentile90'), numeric: true, cell: (one) => days(one, one.percentile90) },
        {
          head: tell(telling, 'report:head.notYetDue'),
          numeric: true,
          cell: (one) => figure(one.notYetDue, signOf(telling, one)),
        },
      ],
      durations,
    ),
  ]
}

/** The tables in which each n is a cell. */
function traceOfDurations(telling: Telling): string {
  const { durations, snapshot } = telling.content.figures
  const tables = [...new Set(durations.map(({ table }) => table))]
  return trace(telling, 'durations', `days?of=${tables.join(',')}&snapshot=${snapshot}`)
}

/** The step, and where only a part of its cases is meant, which. */
function stepOf(telling: Telling, { step, where, table, corridor }: Duration): string {
  const known = STEPS.find((one) => one === step)
  if (!known) throw new Error(`no words for the step ${step}`)
  const dimensions = telling.content.figures.tables.find(({ id }) => id === table)?.dimensions ?? []
  const parts = dimensions.flatMap(({ name }) => {
    const category = where[name]
    return category && name !== 'owedBy' ? [categoryName(telling, name, category)] : []
  })
  const all = [...(corridor ? [directionName(telling, corridor)] : []), ...parts]
  const said = tell(telling, `report:step.${known}`)
  return all.length > 0 ? showNamed(telling.to, said, showList(telling.to, all)) : said
}

/** Why a number of this row is not there: as the count says that the row was measured on. */
function signOf({ content }: Telling, { table, where, owedBy }: Duration): string {
  if (content.leftOut.includes(owedBy)) return NOT_CLEARED
  const found = content.figures.tables.find(({ id }) => id === table)
  return found && cellsOf(found)(where).leftOut === 'clearance' ? NOT_CLEARED : WITHHELD
}
