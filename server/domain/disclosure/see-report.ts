import type { Actor } from '../cases/actor.ts'
import { countriesOf } from '../reports/countries-of.ts'
import type { ReportParameters } from '../reports/report.ts'
import { mayAsk } from './question-rules.ts'

/** The secretariat reads every report; of a country those who may ask for reports read the ones that are about it. */
export const mayReadReport = (
  report: Pick<ReportParameters, 'corridor'>,
  by: Pick<Actor, 'country' | 'role'>,
): boolean => mayAsk('reports', by.role) && (by.country === null || countriesOf(report).includes(by.country))
