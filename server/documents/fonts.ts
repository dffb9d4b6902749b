import type { Language } from '../domain/kernel/language.ts'

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
