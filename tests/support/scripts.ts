import type { Language } from '../../server/domain/kernel/language.ts'

/** Languages that can be told by their letters alone. */
export const scripts = {
  km: /\p{Script=Khmer}/u,
  lo: /\p{Script=Lao}/u,
  my: /\p{Script=Myanmar}/u,
  th: /\p{Script=Thai}/u,
  zh: /\p{Script=Han}/u,
} as const satisfies Partial<Record<Language, RegExp>>
const scriptLanguages = Object.keys(scripts) as (keyof typeof scripts)[]

/** Written in the letters of this language, and of no other of the five. */
export const isIn = (language: keyof typeof scripts, text: string): boolean =>
  scriptLanguages.every((one) => scripts[one].test(text) === (one === language))
