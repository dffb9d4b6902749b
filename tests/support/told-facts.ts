import { randomUUID } from 'node:crypto'
import type { Engine } from '../../db/engine.ts'
import { factWrite } from '../../db/statistics-queries.ts'
import type { Corridor, CountryCode } from '../../server/domain/kernel/country.ts'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import type { Code } from '../../server/domain/kernel/ids.ts'
import { type Fact, NONE } from '../../server/domain/statistics/fact.ts'

/** Of the year that reports of the tests are about. */
const QUARTER = '2025-Q2'

/** What a woman leaves in the statistics who went home the straight way, everything in one quarter and in time. */
export const straightHome = (corridor: Corridor, more: Partial<Fact> = {}): readonly Fact[] => {
  const fact = (kind: Fact['kind'], name: string, own: Partial<Fact> = {}): Fact => ({
    ...corridor,
    kind,
    name,
    quarter: QUARTER,
    route: 'ordinary',
    ageBand: 'age-25-34' as Code,
    sex: 'female' as Code,
    exploitation: ['forced-labour' as Code],
    sector: 'fishing' as Code,
    stage: 'SENT',
    reason: NONE,
    owedBy: null,
    days: null,
    kept: null,
    daysToReception: null,
    ...own,
    ...more,
  })
  const step = (name: string, days: number) =>
    fact('step', name, { owedBy: corridor.countryOfReturn, days, kept: true })
  return [
    fact('milestone', 'sent'),
    step('acknowledgeRequest', 2),
    step('recordVerification', 12),
    fact('milestone', 'accepted'),
    step('confirmReception', 1),
    fact('milestone', 'received'),
  ]
}

/** So many went home in each direction; all numbers are large, and each is another. */
const manyHome = (from: CountryCode, to: CountryCode): number =>
  20 + 7 * countryCodes.indexOf(from) + countryCodes.indexOf(to)

/** Facts as acts would have left them. */
export async function addFacts(engine: Engine, facts: readonly Fact[]): Promise<void> {
  const lost = await engine.commit(facts.map((fact) => factWrite({ ...fact, id: randomUUID() })))
  if (lost !== null) throw new Error(`facts were not added: ${lost}`)
}

export const everyDirection: readonly Corridor[] = countryCodes.flatMap((requestingCountry) =>
  countryCodes
    .filter((countryOfReturn) => countryOfReturn !== requestingCountry)
    .map((countryOfReturn) => ({ requestingCountry, countryOfReturn })),
)

/** The facts of many cases in every direction. */
export const addEveryDirection = (engine: Engine): Promise<void> =>
  addFacts(
    engine,
    everyDirection.flatMap((corridor) =>
      Array.from({ length: manyHome(corridor.requestingCountry, corridor.countryOfReturn) }).flatMap(() =>
        straightHome(corridor),
      ),
    ),
  )
