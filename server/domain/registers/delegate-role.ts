import { countryRoles } from '../cases/roles.ts'
import { actingFor } from '../disclosure/act-rules.ts'
import { choice, day, officeId } from '../kernel/fields.ts'
import type { OfficeId } from '../kernel/ids.ts'
import { Refusal, refuse } from '../kernel/problem.ts'
import { registerAct, registered } from './act.ts'

const fields = {
  role: choice('CaseRole', countryRoles, 'The role that is delegated.'),
  from: officeId('The office that cannot play it.'),
  to: officeId('The office that plays it meanwhile; it must hold the role.'),
  firstDay: day('any', 'First local day.'),
  lastDay: day('any', 'Last local day.'),
} as const

/** An office that is closed, or has nobody, is stood in for by another of its country, for some days. */
export const delegateRole = registerAct({
  name: 'delegateRole',
  kind: 'delegation',
  changes: false,
  fields,
  description: 'The administrator of a country delegates a role from one office to another, for some days.',
  decide: (_entry, { role, from, to, firstDay, lastDay }, { world, by }) => {
    const country = actingFor('delegateRole', by)
    if (country instanceof Refusal) return country
    for (const [name, id] of [
      ['from', from],
      ['to', to],
    ] as const) {
      const office = world.offices.get(id)
      if (office?.country !== country) return refuse('OFFICE_OF_ANOTHER_COUNTRY', {}, [name])
      if (!office.roles.includes(role)) return refuse('OFFICE_LACKS_ROLE', { role }, [name])
    }
    if (from === to) return refuse('SAME_OFFICE', {}, ['to'])
    if (lastDay < firstDay) return refuse('DAYS_OUT_OF_ORDER', {}, ['lastDay'])
    const ofOffice = (id: OfficeId) =>
      world.delegations.filter(({ content }) => content.role === role && content.from === id)
    const isAway = (id: OfficeId) =>
      ofOffice(id).some(({ content }) => content.firstDay <= lastDay && firstDay <= content.lastDay)
    if (isAway(from)) return refuse('DELEGATED_ALREADY', {}, ['firstDay'])
    // Who cannot play the role itself plays it for nobody else.
    if (isAway(to)) return refuse('DELEGATED_ALREADY', {}, ['to'])
    const standsIn = world.delegations.some(
      ({ content }) =>
        content.role === role && content.to === from && content.firstDay <= lastDay && firstDay <= content.lastDay,
    )
    if (standsIn) return refuse('DELEGATED_ALREADY', {}, ['from'])
    // Two at once count the same number: the store takes one of them, and the other is decided on again.
    const id = `${from}.${role}.${ofOffice(from).length + 1}`
    return registered('delegation', id, null, { country, role, from, to, firstDay, lastDay })
  },
})
