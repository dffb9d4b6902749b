import { type Reckoning, reckoningWrite } from '../../db/reckoning-queries.ts'
import { momentOf } from '../chance.ts'
import type { CountryCode } from '../domain/kernel/country.ts'
import type { World } from '../domain/world.ts'
import { refreshRegisters, type Service } from '../services/service.ts'

/**
 * What another process declared is read; until now this one wrote queue rows by what it knew, and perhaps after the other
 * had gone through all of them: so the countries it did not know of are gone through once more.
 */
export async function reckonWhatWasMissed(service: Service): Promise<void> {
  const before = service.world
  await refreshRegisters(service)
  const missed = newsBetween(before, service.world)
  const { now, randomId } = momentOf(service.clock)
  await service.engine.commit(missed.map((one) => reckoningWrite({ id: randomId(), ...one, dueAt: now })))
}

type News = Pick<Reckoning, 'country' | 'why'>

function newsBetween(before: World, after: World): readonly News[] {
  if (before === after) return []
  const tables = [...after.holidayTables.values()].filter(
    ({ id, version }) => before.holidayTables.get(id)?.version !== version,
  )
  const known = new Set(before.delegations.map(({ id }) => id))
  const delegations = after.delegations.filter(({ id }) => !known.has(id))
  const once = (why: Reckoning['why'], countries: readonly CountryCode[]): readonly News[] =>
    [...new Set(countries)].map((country) => ({ country, why }))
  return [
    ...once(
      'holidays',
      tables.map(({ content }) => content.country),
    ),
    ...once(
      'delegation',
      delegations.map(({ content }) => content.country),
    ),
  ]
}
