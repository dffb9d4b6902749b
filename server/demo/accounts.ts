import { countryRoles, type Role } from '../domain/cases/roles.ts'
import { type CountryCode, countryCodes } from '../domain/kernel/country.ts'
import type { OfficeId } from '../domain/kernel/ids.ts'
import type { Language } from '../domain/kernel/language.ts'
import type { World } from '../domain/world.ts'
import { createAccount, type Wanted } from '../services/accounts.ts'
import type { Service } from '../services/service.ts'

/** Roles that have a second account in the same office. */
const TWICE: ReadonlySet<Role> = new Set(['liaison', 'focal', 'post'])

/** The demo's accounts by name: `th-liaison`, `th-liaison-2`, `th-post-la` …, alike in every country. */
function wantedAccounts(world: World): readonly Wanted[] {
  const one = (name: string, office: OfficeId, role: Role, language: Language): Wanted => {
    return { name, office, role, language, validDays: null, demo: true }
  }
  const twice = (name: string, office: OfficeId, role: Role, language: Language) => [
    one(name, office, role, language),
    ...(TWICE.has(role) ? [one(`${name}-2`, office, role, language)] : []),
  ]
  const ofCountry = (country: CountryCode) => {
    const language = world.countries.get(country)?.languages[0] ?? 'en'
    const prefix = country.toLowerCase()
    const posts = countryCodes
      .filter((other) => other !== country)
      .flatMap((other) => {
        const post = mainPost(world, country, other)
        return post ? twice(`${prefix}-post-${other.toLowerCase()}`, post, 'post', language) : []
      })
    const others = countryRoles
      .filter((role) => role !== 'post')
      .flatMap((role) => {
        const office = world.competent.get(country)?.get(role)
        return office ? twice(`${prefix}-${role}`, office, role, language) : []
      })
    return [...others, ...posts]
  }
  return [
    ...countryCodes.flatMap(ofCountry),
    one('secretariat', 'secretariat' as OfficeId, 'secretariat', 'en'),
    one('operator', 'operator' as OfficeId, 'operator', 'en'),
  ]
}

/** A country's post at the main crossing of a pair: the first in the directory. */
function mainPost(world: World, country: CountryCode, other: CountryCode): OfficeId | null {
  return mainCrossing(world, country, other)?.posts[country] ?? null
}

export const mainCrossing = (world: World, one: CountryCode, other: CountryCode) =>
  [...world.crossings.values()].find(
    ({ pair, handover }) => pair.includes(one) && pair.includes(other) && handover.permitted,
  )

/** Makes them all; the answer is what goes into demo-keys.json. */
export async function makeDemoAccounts(service: Service): Promise<Readonly<Record<string, string>>> {
  const keys: Record<string, string> = {}
  for (const wanted of wantedAccounts(service.world)) {
    const made = await createAccount(service, wanted)
    if ('fault' in made) throw new Error(`${wanted.name}: ${made.fault}`)
    keys[wanted.name] = made.key
  }
  return keys
}
