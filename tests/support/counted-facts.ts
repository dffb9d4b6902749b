import type { Code } from '../../server/domain/kernel/ids.ts'
import type { CountedFact } from '../../server/domain/reports/figures/counted-fact.ts'
import { figureDimensions } from '../../server/domain/reports/figures/dimensions.ts'

/** By what the figures of the tests are divided: short lists. */
export const fewDimensions = figureDimensions({
  sex: ['female', 'male', 'other', 'not-stated'],
  exploitation: ['sexual-exploitation', 'forced-labour', 'debt-bondage'],
  sector: ['fishing', 'construction'],
  holdReason: ['legal', 'medical'],
  minors: new Set(['under-12', 'age-12-14', 'age-15-17']),
})

/** A counted fact of a woman from Thailand to Lao PDR, but for what is said. */
export const countedFact = (name: string, count: number, more: Partial<CountedFact> = {}): CountedFact => ({
  name,
  requestingCountry: 'TH',
  countryOfReturn: 'LA',
  quarter: '2026-Q1',
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
