import { refuse } from '../kernel/problem.ts'
import { caseAction } from './act.ts'
import { assignFields } from './inputs.ts'
import { caseRoles } from './roles.ts'

/** A focal agency says which office of its own country plays a role in this case. Refuses offices that cannot. */
export const assignOffice = caseAction(
  'assignOffice',
  'A focal agency assigns an office of its own country to a role in the case.',
  assignFields,
  (_file, { role, office }, { world, by }) => {
    const found = world.offices.get(office)
    if (!found) return refuse('OFFICE_UNKNOWN', {}, ['office'])
    if (found.country !== by.country) return refuse('OFFICE_OF_ANOTHER_COUNTRY', {}, ['office'])
    // A role that reads no case has no part in one.
    return found.roles.includes(role) && caseRoles.has(role) ? {} : refuse('OFFICE_LACKS_ROLE', { role }, ['office'])
  },
)
