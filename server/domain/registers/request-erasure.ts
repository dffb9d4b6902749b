import { actingFor } from '../disclosure/act-rules.ts'
import { caseReference, day } from '../kernel/fields.ts'
import { Refusal, refuse } from '../kernel/problem.ts'
import { isKnownTo, knownTo } from '../retention/certificate.ts'
import { closedAtOf, onRequest } from '../retention/schedule.ts'
import { registerAct, registered } from './act.ts'

const fields = {
  reference: caseReference('The case, by its reference as people write it: a privacy officer sees no case.'),
  requestedOn: day('past', 'Local day on which the person asked.'),
} as const

/**
 * The person asked, through either country, that the closed case be erased early. It goes on the first day that the laws
 * of both countries allow; where one does not, the officer hears which, and until when it keeps the case.
 */
export const requestErasure = registerAct({
  name: 'requestErasure',
  kind: 'erasure',
  changes: false,
  about: 'case',
  fields,
  description:
    'A privacy officer passes on the request of a person that their closed case be erased before its retention period ends.',
  decide: (entry, { requestedOn }, { world, by, at, named }) => {
    const country = actingFor('requestErasure', by)
    if (country instanceof Refusal) return country
    const [file] = named.values()
    if (!file || !isKnownTo(knownTo(file), country)) return refuse('NOT_FOUND', {}, ['reference'])
    const closedAt = closedAtOf(file)
    if (!closedAt) return refuse('ERASURE_NOT_CLOSED', {}, ['reference'])
    if (entry) return refuse('ERASURE_REQUESTED_ALREADY', {}, ['reference'])
    const allowed = onRequest(world, file, closedAt)
    if ('keptUntil' in allowed) {
      const { country: keeper, day: until } = allowed.keptUntil
      return refuse('ERASURE_KEPT_BY_LAW', { country: keeper, day: until }, ['reference'])
    }
    const content = { caseId: file.id, requestedBy: country, office: by.office, requestedOn, requestedAt: at.now }
    return { ...registered('erasure', file.id, null, content), about: [file] }
  },
})
