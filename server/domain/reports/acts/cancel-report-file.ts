import { noFields } from '../../cases/inputs.ts'
import { mayAct } from '../../disclosure/act-rules.ts'
import { refuse } from '../../kernel/problem.ts'
import { registerAct, registered } from '../../registers/act.ts'

/** A file that is still being made is given up; nothing of it is kept. */
export const cancelReportFile = registerAct({
  name: 'cancelReportFile',
  kind: 'reportFile',
  changes: true,
  fields: noFields,
  description: 'The office that asked for a file of a report gives it up while it is being made.',
  decide: (entry, _input, { by }) => {
    const refused = mayAct('cancelReportFile', by)
    if (refused) return refused
    if (!entry || entry.content.office !== by.office) return refuse('NOT_FOUND')
    if (entry.content.making.state !== 'making') return refuse('REPORT_MADE_ALREADY')
    return registered('reportFile', entry.id, entry.version, { ...entry.content, making: { state: 'cancelled' } })
  },
})
