import type { Role } from '../../domain/cases/roles.ts'
import type { CountryCode } from '../../domain/kernel/country.ts'
import type { OfficeId } from '../../domain/kernel/ids.ts'
import { type Refusal, refuse } from '../../domain/kernel/problem.ts'
import type { Service } from '../service.ts'

/** An office in which an administrator may let somebody in with this role: one of its own country that has the role. */
export function officeFor({ world }: Service, country: CountryCode, id: OfficeId, role: Role) {
  const office = world.offices.get(id)
  if (!office) return refuse('OFFICE_UNKNOWN', {}, ['office'])
  if (office.country !== country) return refuse('OFFICE_OF_ANOTHER_COUNTRY', {}, ['office'])
  return office.roles.includes(role) ? office : (refuse('OFFICE_LACKS_ROLE', {}, ['role']) as Refusal)
}
