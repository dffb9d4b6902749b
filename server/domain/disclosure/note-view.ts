import type { CaseFile } from '../cases/case-file.ts'
import type { Note } from '../cases/case-state.ts'
import type { Side } from '../kernel/country.ts'
import type { Secrecy } from './secrecy.ts'

/** A note as the reader may see it: never who wrote it. */
export type NoteView = Omit<Note, 'author' | 'seq'> & { readonly own: boolean }

/** A side reads its own notes from the first word; the other side reads what was approved, if it may read of the act at all. */
export const notesFor = ({ state, acts }: CaseFile, side: Side, { hides }: Secrecy): readonly NoteView[] =>
  state.notes.flatMap(({ author: _author, seq, ...note }) => {
    const own = note.side === side
    const act = acts.find((one) => one.seq === seq)
    const crosses = note.status === 'approved' && act !== undefined && !hidesNote(hides, act, state.sentSeq)
    return own || crosses ? [{ ...note, own }] : []
  })

/** The note of a draft crosses with the request: it was written before the sending, and read at it. */
const hidesNote = (hides: Secrecy['hides'], act: CaseFile['acts'][number], sentSeq: number): boolean =>
  act.seq >= sentSeq && hides(act)
