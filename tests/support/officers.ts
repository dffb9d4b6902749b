import type { Actor } from '../../server/domain/cases/actor.ts'
import type { CaseFile } from '../../server/domain/cases/case-file.ts'
import { officePlaying } from '../../server/domain/cases/playing-offices.ts'
import { caseRoles, type Role } from '../../server/domain/cases/roles.ts'
import { type Corridor, type CountryCode, sideOf } from '../../server/domain/kernel/country.ts'
import type { AccountId, OfficeId, PersonId } from '../../server/domain/kernel/ids.ts'
import type { World } from '../../server/domain/world.ts'

/** A crossing of the pair at which persons may be handed over. */
export function crossingOf(world: World, { requestingCountry, countryOfReturn }: Corridor) {
  const found = [...world.crossings.values()].find(
    ({ pair, handover }) => handover.permitted && pair.includes(requestingCountry) && pair.includes(countryOfReturn),
  )
  if (!found) throw new Error(`no crossing between ${requestingCountry} and ${countryOfReturn}`)
  return found
}

/** The officer of a country who plays a role in the case now, or would open it; `who` tells persons of one office apart. */
export function officer(
  world: World,
  corridor: Corridor,
  country: CountryCode,
  role: Role,
  who = 1,
  file: CaseFile | null = null,
): Actor {
  const side = sideOf(corridor, country)
  const playing = file && side && officePlaying(world, file, side, role)
  const post = role === 'post' && side ? crossingOf(world, corridor).posts[country] : undefined
  const office = playing ?? post ?? world.competent.get(country)?.get(role) ?? `no ${role}`
  const name = `${country}-${role}-${who}`
  return {
    account: name as AccountId,
    name,
    person: name as PersonId,
    office: office as OfficeId,
    country,
    role,
    standsInFor: [],
  }
}

/** Two persons of every role that may have a part in a case, in each of the countries. */
export const everyOfficer = (
  world: World,
  corridor: Corridor,
  countries: readonly CountryCode[],
  file: CaseFile | null = null,
): readonly Actor[] =>
  countries.flatMap((country) =>
    [...caseRoles].flatMap((role) => [1, 2].map((who) => officer(world, corridor, country, role, who, file))),
  )
