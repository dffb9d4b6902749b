import type { Role } from '../../server/domain/cases/roles.ts'
import { countryRoles } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { WayOverHttp } from './way-over-http.ts'

/** Somebody of one role: of the side that opened the cases, of the other, of a third country, or of none. */
export interface Reader {
  readonly name: string
  readonly country: CountryCode | null
  readonly role: Role
  readonly office: string
  readonly key: string
  readonly relation: 'own' | 'other' | 'stranger' | 'none'
}

/** Cases go from Thailand to Lao PDR; Cambodia has no part in them. */
const COUNTRIES = [
  ['TH', 'own', 'th-post-nong-khai'],
  ['LA', 'other', 'la-post-vientiane'],
  ['KH', 'stranger', 'kh-post-poipet'],
] as const

/** Every role x every relation. */
export async function everyReader(way: WayOverHttp): Promise<readonly Reader[]> {
  const readers: Reader[] = []
  for (const [country, relation, post] of COUNTRIES)
    for (const role of countryRoles) {
      const office = role === 'post' ? post : (way.api.service.world.competent.get(country)?.get(role) ?? '')
      const key = await way.key(country, role, office)
      readers.push({ name: `${country} ${role}`, country, role, office, key, relation })
    }
  for (const role of ['secretariat', 'operator'] as const) {
    const key = await way.api.keyOf(role)
    readers.push({ name: role, country: null, role, office: role, key, relation: 'none' })
  }
  return readers
}
