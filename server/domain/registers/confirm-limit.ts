import { noFields } from '../cases/inputs.ts'
import { actingFor } from '../disclosure/act-rules.ts'
import { localDay } from '../kernel/instant.ts'
import { Refusal, refuse } from '../kernel/problem.ts'
import { calendarOf, procedureFor } from '../world.ts'
import { registerAct, registered } from './act.ts'
import { withLimit } from './limits.ts'

/** The other country agrees: `assumed` becomes `agreed`, in a new version. Running cases stay on theirs. */
export const confirmLimit = registerAct({
  name: 'confirmLimit',
  kind: 'limit',
  changes: true,
  fields: noFields,
  description:
    'The focal agency of the other country agrees to a proposed limit; a new version of the procedure holds it.',
  decide: (entry, _input, { world, by, at }) => {
    if (!entry) return refuse('NOT_FOUND')
    const { content } = entry
    const country = actingFor('confirmLimit', by)
    if (country instanceof Refusal) return country
    if (content.status === 'CONFIRMED') return refuse('LIMIT_AGREED_ALREADY')
    if (country === content.proposedBy) return refuse('OTHER_COUNTRY_NEEDED')
    const procedure = procedureFor(world, content)
    if (procedure?.id !== content.procedure || procedure.version !== content.procedureVersion)
      return refuse('PROPOSAL_OUTDATED')
    const next = withLimit(procedure, content, localDay(at.now, calendarOf(world, country).offsetMinutes))
    const agreedIn = { procedure: next.id, version: next.version }
    return {
      ...registered('limit', entry.id, entry.version, { ...content, status: 'CONFIRMED', agreedIn }),
      procedure: next,
    }
  },
})
