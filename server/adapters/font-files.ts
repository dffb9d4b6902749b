import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

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
