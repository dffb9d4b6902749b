import { staffedRoles } from '../../db/account-queries.ts'
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

/** Whether somebody in the office has one of these roles. */
export const isStaffed = ({ staff }: Service, office: OfficeId, roles: readonly string[]): boolean =>
  roles.some((role) => staff.has(`${office} ${role}`))

/** Whether somebody is there to do a step, in the office that owes it. */
export function attendanceOf(service: Service, { office, step, country }: StepView): Attendance {
  const { world, clock } = service
  const [role] = step.owedBy.roles
  if (office && role && standIn(world, office, role, clock.now())) return 'delegated'
  if (!office || !isStaffed(service, office, step.owedBy.roles)) return 'nobody'
  const hours = world.offices.get(office)?.hours
  return !hours || isOpen(hours, calendarOf(world, country), clock.now()) ? 'open' : 'closed'
}
