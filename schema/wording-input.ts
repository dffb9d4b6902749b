import { builder } from './builder.ts'
import { Language } from './enums.ts'
import { NoteInput } from './notes/note-input.ts'

const WordedInput = builder.inputType('WordedInput', {
  description: 'A statement in one language.',
  fields: (t) => ({
    language: t.field({ type: Language, required: true, description: 'The language it is written in.' }),
    note: t.field({ type: NoteInput, required: true, description: 'What it says. About no person.' }),
  }),
})

export const WordingInput = builder.inputType('WordingInput', {
  description: 'A statement in one language or several, each once; the first is as it was written.',
  fields: (t) => ({
    texts: t.field({ type: [WordedInput], required: true, description: 'One text a language; at least one.' }),
  }),
})
