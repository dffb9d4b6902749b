import { Refusal, refuse } from '../kernel/problem.ts'
import { registerAct, registered } from '../registers/act.ts'
import { isConference } from './any-meeting.ts'
import { conferenceOf } from './conference.ts'
import { conferenceFields } from './conference-fields.ts'

/** The meeting as it is told now takes the place of what was told before; who recorded it first, and when, stays. */
export const updateMeeting = registerAct({
  name: 'updateMeeting',
  kind: 'meeting',
  changes: true,
  fields: conferenceFields,
  description:
    'Who could record a meeting of senior officials, of ministers or of a taskforce tells it anew, whole: what is left out is there no more.',
  decide: (entry, input, setting) => {
    if (!entry) return refuse('NOT_FOUND')
    const { id, version, content } = entry
    const meeting = conferenceOf('updateMeeting', input, setting, id)
    if (meeting instanceof Refusal) return meeting
    // What two countries decided about their cases is told by another act; a taskforce tells of no meeting of all six.
    if (!isConference(content)) return refuse('NOT_FOUND')
    if (content.country !== meeting.country) return refuse('NOT_YOUR_ROLE')
    const { recordedBy, recordedAt } = content
    return registered('meeting', id, version, { ...meeting, recordedBy, recordedAt })
  },
})
