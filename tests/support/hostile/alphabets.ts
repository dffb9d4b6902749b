import type { Seeded } from '../../../server/demo/seeded.ts'

/** First and last letter of what forty languages are written in; what lies between need not be a letter. */
const ALPHABETS: Readonly<Record<string, readonly [number, number]>> = {
  amharic: [0x1200, 0x135a],
  arabic: [0x0620, 0x064a],
  armenian: [0x0531, 0x0587],
  assamese: [0x0985, 0x09fe],
  balinese: [0x1b05, 0x1b4b],
  burmese: [0x1000, 0x109f],
  cham: [0xaa00, 0xaa5f],
  cherokee: [0x13a0, 0x13f4],
  chinese: [0x4e00, 0x9fff],
  coptic: [0x2c80, 0x2cff],
  dhivehi: [0x0780, 0x07b1],
  georgian: [0x10a0, 0x10ff],
  gothic: [0x10330, 0x1034a],
  greek: [0x0370, 0x03ff],
  gujarati: [0x0a81, 0x0aff],
  hebrew: [0x0590, 0x05f4],
  hindi: [0x0900, 0x097f],
  inuktitut: [0x1401, 0x166c],
  japanese: [0x3041, 0x30ff],
  javanese: [0xa980, 0xa9df],
  kannada: [0x0c80, 0x0cf2],
  kayah: [0xa900, 0xa92f],
  khmer: [0x1780, 0x17f9],
  korean: [0xac00, 0xd7a3],
  lao: [0x0e81, 0x0edf],
  lisu: [0xa4d0, 0xa4ff],
  malayalam: [0x0d00, 0x0d7f],
  mongolian: [0x1800, 0x18aa],
  newTaiLue: [0x1980, 0x19df],
  oriya: [0x0b01, 0x0b77],
  punjabi: [0x0a01, 0x0a75],
  russian: [0x0400, 0x04ff],
  sinhala: [0x0d82, 0x0df4],
  sundanese: [0x1b83, 0x1baf],
  taiLe: [0x1950, 0x1974],
  tamil: [0x0b82, 0x0bfa],
  telugu: [0x0c00, 0x0c7f],
  thai: [0x0e01, 0x0e5b],
  tibetan: [0x0f00, 0x0fda],
  vietnamese: [0x1ea0, 0x1ef9],
}
const all = Object.values(ALPHABETS)

/** What a store refuses to keep as text. */
export const unstorable = ['\u0000', '\ud800', '\udfff'] as const

/** What turns text round, hides in it or is no letter at all. */
const STRANGE = [...unstorable, '\u200b', '\u202e', '\ufeff', '\u0301', '\u001b', '\u2028', '🛂', '"', '\\', '{', '#']

/** Letters that mean nothing, of one language and now and then of none. */
export const nonsense = (chance: Seeded, length: number): string => nonsenseOf(chance.one(all), chance, length)

/** The same of all forty languages, one after the other. */
export const nonsenseOfAll = (chance: Seeded, length: number): string =>
  all.map((letters) => nonsenseOf(letters, chance, length)).join(' ')

function nonsenseOf([first, last]: readonly [number, number], chance: Seeded, length: number): string {
  return Array.from({ length }, () =>
    chance.below(12) === 0 ? chance.one(STRANGE) : String.fromCodePoint(first + chance.below(last - first + 1)),
  ).join('')
}
