import { lazy } from '../domain/kernel/lazy.ts'
import { charactersOf } from './character-map.ts'
import { readFonts } from './font-files.ts'

/** Every character that some font of the documents has a glyph for. The fonts are read at the first call: a quarter of a second. */
export const drawnCharacters: () => ReadonlySet<number> = lazy(() => charactersIn(readFonts()))

export const charactersIn = (fonts: readonly Buffer[]): ReadonlySet<number> =>
  new Set(fonts.flatMap((font) => [...charactersOf(font)]))
