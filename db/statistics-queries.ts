import type { StatisticsRow } from '../server/domain/retention/statistics.ts'
import { param, statement, type Write } from './statement.ts'

const insertStatistics = statement(({ q, t }) =>
  q.insert(t.statistics).values({
    id: param('id'),
    requestingCountry: param('requestingCountry'),
    countryOfReturn: param('countryOfReturn'),
    quarter: param('quarter'),
    ageBand: param('ageBand'),
    sex: param('sex'),
    exploitation: param('exploitation'),
    sector: param('sector'),
    route: param('route'),
    stage: param('stage'),
    reason: param('reason'),
    daysToReception: param('daysToReception'),
  }),
)

/** What stays of a closed case for counting. */
export const statisticsWrite = (row: StatisticsRow & { readonly id: string }): Write => ({
  statement: insertStatistics,
  params: { ...row, exploitation: JSON.stringify(row.exploitation) },
})
