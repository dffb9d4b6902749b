import { noFields } from '../../cases/inputs.ts'
import { mayAct } from '../../disclosure/act-rules.ts'
import { refuse } from '../../kernel/problem.ts'
import { registerAct, registered } from '../../registers/act.ts'

/** While its figures are made the report can be given up; nothing of it is kept but that it was asked for. */
export const cancelReport = registerAct({
  name: 'cancelReport',
  kind: 'report',
  changes: true,
  fields: noFields,
  description: 'Whoever asked for a report gives it up while its figures are being made.',
  decide: (entry, _input, { by }) => {
    const refused = mayAct('cancelReport', by)
    if (refused) return refused
    if (!entry || entry.content.draftedFor !== by.country) return refuse('NOT_FOUND')
    if (entry.content.making.state !== 'making') return refuse('REPORT_MADE_ALREADY')
    return registered('report', entry.id, entry.version, { ...entry.content, making: { state: 'cancelled' } })
  },
})
