import type { Period } from '../../server/domain/aggregates/period.ts'
import type { Code } from '../../server/domain/kernel/ids.ts'
import type { Instant } from '../../server/domain/kernel/instant.ts'
import type { CountedFact } from '../../server/domain/reports/figures/counted-fact.ts'
import { figureDimensions } from '../../server/domain/reports/figures/dimensions.ts'
import { askedFor, figureTable } from '../../server/domain/reports/figures/figure-tables.ts'
import type { CountTable } from '../../server/domain/reports/protection/count-table.ts'
import type { FactKind } from '../../server/domain/statistics/fact.ts'

/** By what the figures of the tests are divided: short lists. */
export const fewDimensions = figureDimensions({
  sex: ['female', 'male', 'other', 'not-stated'],
  exploitation: ['sexual-exploitation', 'forced-labour', 'debt-bondage'],
  sector: ['fishing', 'construction'],
  holdReason: ['legal', 'medical'],
  refusalReason: ['no-record'],
  disputeSubject: ['timing'],
  service: ['legal', 'shelter'],
  minors: new Set(['under-12', 'age-12-14', 'age-15-17']),
})

/** A counted fact of a woman from Thailand to Lao PDR, but for what is said. */
export const countedFact = (name: string, count: number, more: Partial<CountedFact> = {}): CountedFact => ({
  name,
  requestingCountry: 'TH',
  countryOfReturn: 'LA',
  ageBand: 'age-25-34' as Code,
  sex: 'female' as Code,
  exploitation: ['forced-labour' as Code],
  sector: 'fishing' as Code,
  reason: 'none' as Code,
  owedBy: null,
  kept: null,
  days: null,
  count,
  ...more,
})

/** Facts by the figures that are made of them, as a store would have counted them. */
export type FactsByKind = Readonly<Partial<Record<FactKind, readonly CountedFact[]>>>

/** The tables of a report about all countries, made of these facts. */
export const tablesOf = (facts: FactsByKind, snapshot: Instant, period: Period): readonly CountTable[] =>
  askedFor(fewDimensions, { kind: 'som-progress', period, corridor: null }).map((asked) =>
    figureTable(
      asked,
      (facts[asked.query.kind as FactKind] ?? []).filter(
        ({ name }) => asked.query.name === null || name === asked.query.name,
      ),
      fewDimensions,
      { snapshot, period },
    ),
  )
