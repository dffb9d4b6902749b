import type { Language } from '../server/domain/kernel/language.ts'
import { type Wording, wordedFor } from '../server/domain/kernel/wording.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { Language as LanguageEnum } from './enums.ts'
import { languageArgument } from './text.ts'

/** A statement of a meeting or a report in one of the languages that it was given in. */
interface WordedText {
  readonly language: Language
  readonly text: string
  readonly wording: Wording
}

const WordedTextRef = builder.objectRef<WordedText>('WordedText').implement({
  description:
    'A statement in the language of the reader where it was given in that, else as it was written. The service translates nothing.',
  fields: (t) => ({
    language: t.expose('language', { type: LanguageEnum, description: 'The language of this text.' }),
    text: t.exposeString('text', { description: 'What it says; at most 280 characters.' }),
    languages: t.field({
      type: [LanguageEnum],
      description: 'All languages it was given in, the one it was written in first.',
      resolve: ({ wording }) => wording.map(({ language }) => language),
    }),
  }),
})

type Asked = { readonly language?: Language | null | undefined }
const inLanguage = (wording: Wording, { language }: Asked, context: Context): WordedText => ({
  ...wordedFor(wording, language ?? context.language),
  wording,
})

/** A field that is one statement. */
export const wordedField = <T>(description: string, wording: (one: T) => Wording) => ({
  type: WordedTextRef,
  description,
  args: languageArgument(),
  resolve: (one: T, asked: Asked, context: Context) => inLanguage(wording(one), asked, context),
})

/** The same, where it may be missing. */
export const maybeWordedField = <T>(description: string, wording: (one: T) => Wording | null) => ({
  type: WordedTextRef,
  nullable: true as const,
  description,
  args: languageArgument(),
  resolve: (one: T, asked: Asked, context: Context) => {
    const said = wording(one)
    return said && inLanguage(said, asked, context)
  },
})

/** A field that is a list of statements, in their order. */
export const wordedListField = <T>(description: string, wordings: (one: T) => readonly Wording[]) => ({
  type: [WordedTextRef] as [typeof WordedTextRef],
  description,
  args: languageArgument(),
  resolve: (one: T, asked: Asked, context: Context) =>
    wordings(one).map((wording) => inLanguage(wording, asked, context)),
})
