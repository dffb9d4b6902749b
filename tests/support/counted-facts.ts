import type { Code } from '../../server/domain/kernel/ids.ts'
import type { CountedFact } from '../../server/domain/reports/figures/counted-fact.ts'

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
