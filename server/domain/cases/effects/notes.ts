import type { SafeText } from '../../confidentiality/safe-text.ts'
import type { Side } from '../../kernel/country.ts'
import type { Act } from '../case-file.ts'
import type { Note, NoteStatus } from '../case-state.ts'
import type { Effects, Writable } from './effect.ts'

/** An act that carries a note leaves it waiting for a second officer of its side. */
export function takeNote(state: Writable, act: Act): void {
  const { note, noteSide } = act.record as { note?: SafeText; noteSide?: Side }
  // A draft written anew has the note it is written with, or none.
  const notes = act.action === 'updateDraft' ? state.notes.filter(({ status }) => status !== 'waiting') : state.notes
  state.notes = note && noteSide ? [...notes, noteOf(act, note, noteSide)] : notes
}

const noteOf = (act: Act, text: SafeText, side: Side): Note => ({
  journal: act.journal,
  seq: act.seq,
  action: act.action,
  text,
  side,
  office: act.by.office,
  country: act.by.country,
  author: act.by.person,
  at: act.at,
  status: 'waiting',
  reviewedAt: null,
})

/** The oldest note of one side that nobody has read yet. */
export const waitingNote = ({ notes }: Pick<Writable, 'notes'>, of: Pick<Note, 'side'>): Note | undefined =>
  notes.find(({ status, side }) => status === 'waiting' && side === of.side)

export const noteEffects: Effects = {
  // The request is read whole: its note is approved with it.
  reviewRequest: (state, act) => {
    if (state.sentSeq === act.seq) settleNotes(state, act, 'approved', ({ country }) => country === act.by.country)
  },
  reviewNote: (state, act) => {
    const status = act.result === 'note-approved' ? 'approved' : 'returned'
    settleNotes(state, act, status, ({ journal }) => journal === act.record['of'])
  },
}

function settleNotes(state: Writable, act: Act, status: NoteStatus, which: (note: Note) => boolean): void {
  state.notes = state.notes.map((note) =>
    note.status === 'waiting' && which(note) ? { ...note, status, reviewedAt: act.at } : note,
  )
}
