import { noFields } from '../../cases/inputs.ts'
import { actingFor } from '../../disclosure/act-rules.ts'
import { Refusal, refuse } from '../../kernel/problem.ts'
import { registerAct, registered } from '../../registers/act.ts'
import { materialOf } from '../report-material.ts'
import { ownPart } from './own-part.ts'

/** A country agrees that its part, and its figures, are published as they stand. */
export const clearReportPart = registerAct({
  name: 'clearReportPart',
  kind: 'reportPart',
  changes: true,
  fields: noFields,
  description:
    'A country clears its part of a report and the figures about it, as they stand: without this they cannot be published.',
  decide: (entry, _input, { by, at, reports }) => {
    const country = actingFor('clearReportPart', by)
    if (country instanceof Refusal) return country
    const own = ownPart(entry, country, materialOf(reports))
    if (own instanceof Refusal) return own
    const { part, report } = own
    const { cleared } = part.content
    if (cleared) return refuse('REPORT_CLEARED_ALREADY', { country, office: cleared.office, at: cleared.at })
    const content = { ...part.content, cleared: { office: by.office, at: at.now } }
    return { ...registered('reportPart', part.id, part.version, content), restsOn: [report] }
  },
})
