import { en } from './en.ts'
import { km } from './km.ts'
import { lo } from './lo.ts'
import { my } from './my.ts'
import { th } from './th.ts'
import { vi } from './vi.ts'
import type { Words } from './words.ts'
import { zh } from './zh.ts'

const languages: readonly Words[] = [en, km, lo, my, th, vi, zh]

/** One list of all languages together. */
export const all = <K extends keyof Words>(name: K): Required<Words>[K] =>
  (name === 'numerals'
    ? Object.assign({}, ...languages.map((one) => one.numerals))
    : languages.flatMap((one) => (one[name] ?? []) as readonly unknown[])) as Required<Words>[K]
