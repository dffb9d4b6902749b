import type { Fact } from '../server/domain/statistics/fact.ts'
import { param, statement, type Write } from './statement.ts'

const insertFact = statement(({ q, t }) =>
  q.insert(t.statistics).values({
    id: param('id'),
    kind: param('kind'),
    name: param('name'),
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
    owedBy: param('owedBy'),
    days: param('days'),
    kept: param('kept'),
    daysToReception: param('daysToReception'),
  }),
)

/** A fact to be counted, under a random id of its own. */
export const factWrite = (fact: Fact & { readonly id: string }): Write => ({
  statement: insertFact,
  params: {
    ...fact,
    exploitation: JSON.stringify(fact.exploitation),
    kept: fact.kept === null ? null : Number(fact.kept),
  },
})
