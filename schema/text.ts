import { type SentenceKey, say } from '../locales/index.ts'
import type { Speaker } from '../locales/show.ts'
import type { Label, Language } from '../server/domain/kernel/language.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { Language as LanguageEnum } from './enums.ts'

/** Whom a text is for: the language asked for, else the request's. */
export const speaker = (context: Context, language: Language | null | undefined): Speaker => ({
  language: language ?? context.language,
  offsetMinutes: context.offsetMinutes,
})

export const languageArgument = () =>
  builder.args((t) => ({
    language: t.field({
      type: LanguageEnum,
      description: 'Language of the text; left out: the request’s, then the account’s, then English.',
    }),
  }))

/** A text of reference data in the language of the reader. */
export const labelIn = (label: Label, context: Context, language: Language | null | undefined): string =>
  label[language ?? context.language]

type Asked = { readonly language?: Language | null | undefined }

/** A field that says a text of reference data in the language of the reader. */
export const labelField = <T>(description: string, label: (one: T) => Label) => ({
  description,
  args: languageArgument(),
  resolve: (one: T, { language }: Asked, context: Context): string => labelIn(label(one), context, language),
})

/** A field that says a label of the service’s own closed lists, such as a stage. */
export const wordsField = <T>(description: string, key: (one: T) => SentenceKey) => ({
  description,
  args: languageArgument(),
  resolve: (one: T, { language }: Asked, context: Context): string => say(speaker(context, language), key(one)),
})
