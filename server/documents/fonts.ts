import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Language } from '../domain/kernel/language.ts'

const { resolve } = createRequire(import.meta.url)

/** The family of a package, by the first part of its files' names. Two weights are used; no font of the machine is. */
const families = {
  NotoSans: 'noto-sans',
  NotoSansKhmer: 'noto-sans-khmer',
  NotoSansLao: 'noto-sans-lao',
  NotoSansMyanmar: 'noto-sans-myanmar',
  NotoSansThai: 'noto-sans-thai',
  NotoSansSC: 'noto-sans-sc',
}
const weights = ['400Regular', '700Bold']

/** The fonts of every document, as TTF files read anew: about 23 MB. */
export const readFonts = (): readonly Buffer[] =>
  Object.entries(families).flatMap(([family, name]) =>
    weights.map((weight) => readFileSync(resolve(`@expo-google-fonts/${name}/${weight}/${family}_${weight}.ttf`))),
  )

const others = ['Noto Sans', 'Noto Sans Khmer', 'Noto Sans Lao', 'Noto Sans Myanmar', 'Noto Sans Thai', 'Noto Sans SC']
const ownScript: Partial<Record<Language, string>> = {
  km: 'Noto Sans Khmer',
  lo: 'Noto Sans Lao',
  my: 'Noto Sans Myanmar',
  th: 'Noto Sans Thai',
}

/** Typst's list of fonts for a language: its own first, so that a mark all fonts have does not tear a syllable apart. */
export function fontsFor(language: Language): readonly (string | { readonly name: string; readonly covers: string })[] {
  // Latin as Noto Sans draws it everywhere; quotation marks and dashes of Chinese as wide as its letters.
  if (language === 'zh') return [{ name: 'Noto Sans', covers: 'latin-in-cjk' }, 'Noto Sans SC', ...others]
  const own = ownScript[language]
  return own ? [own, ...others] : others
}
