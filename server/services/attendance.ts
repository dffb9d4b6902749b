import { staffedRoles } from '../../db/account-queries.ts'
import type { Role } from '../domain/cases/roles.ts'
import { isOpen } from '../domain/directory/opening-hours.ts'
import type { StepView } from '../domain/disclosure/case-view.ts'
import type { OfficeId } from '../domain/kernel/ids.ts'
import { standIn } from '../domain/registers/delegations.ts'
import { calendarOf } from '../domain/world.ts'
import type { Service } from './service.ts'

export type Attendance = 'open' | 'closed' | 'nobody' | 'delegated'

/** Which roles somebody has in which office; known anew with every tick of the clock. */
export async function refreshStaff(service: Service): Promise<void> {
  const rows = await staffedRoles(service.engine)
  service.staff = new Set(rows.map(({ office, role }) => `${office} ${role}`))
}

const hasStaff = ({ staff }: Service, office: OfficeId, role: string): boolean => staff.has(`${office} ${role}`)

/** Whether an office that somebody can answer for stands in for another today. */
function isStoodInFor(service: Service, office: OfficeId, role: string): boolean {
  const other = standIn(service.world, office, role as Role, service.clock.now())
  return other !== null && hasStaff(service, other, role)
}

/** Whether somebody has one of these roles, in the office itself or in one that stands in for it today. */
export const isAnybodyThere = (service: Service, office: OfficeId, roles: readonly string[]): boolean =>
  roles.some((role) => hasStaff(service, office, role) || isStoodInFor(service, office, role))

/** Whether somebody is there to do a step, in the office that owes it. */
export function attendanceOf(service: Service, { office, step, country }: StepView): Attendance {
  const { world, clock } = service
  const { roles } = step.owedBy
  if (!office) return 'nobody'
  const [first] = roles
  if (first && isStoodInFor(service, office, first)) return 'delegated'
  if (!roles.some((role) => hasStaff(service, office, role))) return 'nobody'
  const hours = world.offices.get(office)?.hours
  return !hours || isOpen(hours, calendarOf(world, country), clock.now()) ? 'open' : 'closed'
}
