import { actingFor } from '../../disclosure/act-rules.ts'
import { areaLines, choices } from '../../kernel/fields.ts'
import { Refusal } from '../../kernel/problem.ts'
import { registerAct, registered } from '../../registers/act.ts'
import { draftedCodes } from '../report.ts'
import { materialOf } from '../report-material.ts'
import { ownPart } from './own-part.ts'

const fields = {
  lines: areaLines('Everything the country says, in place of what it said before; none if empty.'),
  struck: choices(
    'DraftedLineCode',
    draftedCodes,
    'Sentences drafted from data that are not to stand in the part of the country; none if empty.',
  ),
} as const

/** A country writes its part of a report anew, whole. What was cleared is to be cleared again. */
export const editReportPart = registerAct({
  name: 'editReportPart',
  kind: 'reportPart',
  changes: true,
  fields,
  description:
    'A country writes its part of a report: activities, results and next plan of the six areas, in its own words. A clearance given before ends with it.',
  decide: (entry, { lines, struck }, { by, reports }) => {
    const country = actingFor('editReportPart', by)
    if (country instanceof Refusal) return country
    const own = ownPart(entry, country, materialOf(reports))
    if (own instanceof Refusal) return own
    const { part, report } = own
    const content = { ...part.content, lines, struck, cleared: null }
    return { ...registered('reportPart', part.id, part.version, content), restsOn: [report] }
  },
})
