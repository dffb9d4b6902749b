import { Refusal } from '../kernel/problem.ts'
import { registerAct, registered } from '../registers/act.ts'
import { conferenceOf } from './conference.ts'
import { conferenceFields } from './conference-fields.ts'

/** A meeting of senior officials, of ministers or of a taskforce is written down: before it, or once it was held. */
export const recordMeeting = registerAct({
  name: 'recordMeeting',
  kind: 'meeting',
  changes: false,
  fields: conferenceFields,
  description:
    'The secretariat records a meeting of senior officials or of ministers, a taskforce one of its own: who met, what was on the agenda, adopted, decided and signed. Offices and groups, no person.',
  decide: (_entry, input, setting) => {
    const meeting = conferenceOf('recordMeeting', input, setting, null)
    return meeting instanceof Refusal ? meeting : registered('meeting', setting.at.newId(), null, meeting)
  },
})
