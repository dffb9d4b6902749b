import { countryOf, sides } from '../kernel/country.ts'
import { refuse } from '../kernel/problem.ts'
import { caseAction } from './act.ts'
import { waitingNote } from './effects/notes.ts'
import { reviewNoteFields } from './inputs.ts'

/**
 * Four eyes for every note: another officer of the writer's side lets it cross, or keeps it at home for good. It is about
 * the oldest that waits. Refuses NO_NOTE_WAITS and ATTESTATION_MISSING.
 */
export const reviewNote = caseAction(
  'reviewNote',
  'Another officer of the same side reads the oldest note that waits: approved it crosses, returned it never does.',
  reviewNoteFields,
  (file, { decision, noIdentifyingDetail }, { by }) => {
    const side = sides.find((one) => countryOf(file, one) === by.country)
    const note = side && waitingNote(file.state, { side })
    if (!note) return refuse('NO_NOTE_WAITS')
    if (decision === 'RETURN') return { result: 'note-returned', record: { of: note.journal } }
    return noIdentifyingDetail
      ? { result: 'note-approved', record: { of: note.journal } }
      : refuse('ATTESTATION_MISSING', {}, ['noIdentifyingDetail'])
  },
)
