import { cleaned } from './clean.ts'
import { type Finding, withoutOverlap } from './finding.ts'
import { read } from './reading.ts'
import { addressesOnline } from './rules/addresses-online.ts'
import { birthDates } from './rules/birth-dates.ts'
import { chineseNames } from './rules/chinese-names.ts'
import { coordinates } from './rules/coordinates.ts'
import { documents } from './rules/documents.ts'
import { doubts } from './rules/doubts.ts'
import { messengers } from './rules/messengers.ts'
import { names } from './rules/names.ts'
import { numbers } from './rules/numbers.ts'
import { places } from './rules/places.ts'
import { plates } from './rules/plates.ts'
import type { Rule, View } from './rules/rule.ts'
import { spelledNumbers } from './rules/spelled-numbers.ts'
import { NOTE_LENGTH, type SafeText } from './safe-text.ts'
import { setAside } from './set-aside.ts'

/** What a package must do for the guard: server/adapters. */
export interface GuardTools {
  /** Whether these digits, with or without a plus before them, are a telephone number of one of the six countries. */
  readonly isTelephone: (digits: string) => boolean
  /** 0 (Unicode) to 1 (Zawgyi). */
  readonly zawgyiProbability: (text: string) => number
  readonly zawgyiToUnicode: (text: string) => string
  /** Whether documents can show a character: some font of theirs has it. */
  readonly isDrawn: (character: string) => boolean
}

/** How Burmese was typed, as the writer says. */
export const textEncodings = ['UNICODE', 'ZAWGYI'] as const
export type TextEncoding = (typeof textEncodings)[number]

interface Conversion {
  readonly before: string
  readonly after: string
}

/** A character that no document can show, and the first place where it stands, in UTF-16 units. */
export interface Undrawn {
  readonly character: string
  readonly from: number
}

/** What the guard says of a text. `text` is the cleaned one that findings point into. */
export type Verdict =
  | {
      readonly kind: 'safe'
      readonly text: SafeText
      /** Below blocking: the reviewer looks at them. */
      readonly doubts: readonly Finding[]
      /** Zawgyi that was made Unicode. */
      readonly converted: Conversion | null
    }
  | { readonly kind: 'identity'; readonly text: string; readonly findings: readonly Finding[] }
  | { readonly kind: 'encoding-unclear'; readonly unclear: Conversion }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'not-printable'; readonly text: string; readonly undrawn: readonly Undrawn[] }

/** Surely Zawgyi from here on, surely Unicode up to there (domain.md 6.D). */
const [SURE, NOT_AT_ALL] = [0.95, 0.05]
const BURMESE = /[\u1000-\u109f]/u
/** Longer input is not looked at: invisible characters may fill a text up to here and no further. */
const LONGEST_TYPED = 4 * NOTE_LENGTH

const rules: readonly Rule[] = [
  documents,
  addressesOnline,
  coordinates,
  birthDates,
  plates,
  messengers,
  places,
  numbers,
  spelledNumbers,
  names,
  chineseNames,
  doubts,
]

/** The one way in for text that a person types. Nothing of the text is kept by it. */
export function guard(typed: string, encoding: TextEncoding | null, tools: GuardTools): Verdict {
  if (typed.length > 100 * LONGEST_TYPED) return { kind: 'too-long' }
  const visible = cleaned(typed)
  if (visible.length > LONGEST_TYPED) return { kind: 'too-long' }
  const { converted, unclear } = conversion(visible, encoding, tools)
  if (unclear) return { kind: 'encoding-unclear', unclear }
  const text = converted?.after ?? visible
  const findings = findingsIn(text, tools)
  // What the writer says of the encoding may be wrong, by mistake or on purpose.
  const hidden = encoding && hiddenByEncoding(visible, converted, tools)
  if (hidden) return hidden
  if (findings.some(({ blocks }) => blocks)) return { kind: 'identity', text, findings }
  if ([...text].length > NOTE_LENGTH) return { kind: 'too-long' }
  const undrawn = undrawnIn(text, tools)
  if (undrawn.length > 0) return { kind: 'not-printable', text, undrawn }
  return { kind: 'safe', text: text as SafeText, doubts: findings, converted }
}

/** What would stand in a letter or a report as an empty box, each character once. */
const undrawnIn = (text: string, { isDrawn }: Pick<GuardTools, 'isDrawn'>): readonly Undrawn[] =>
  [...new Set(text)]
    .filter((character) => !isDrawn(character))
    .map((character) => ({ character, from: text.indexOf(character) }))

/** Where the other reading of Burmese holds identity, the text is refused. */
function hiddenByEncoding(visible: string, converted: Conversion | null, tools: GuardTools): Verdict | null {
  if (!BURMESE.test(visible)) return null
  const other = converted
    ? visible
    : tools.zawgyiProbability(visible) > NOT_AT_ALL
      ? cleaned(tools.zawgyiToUnicode(visible))
      : null
  if (other === null) return null
  const findings = findingsIn(other, tools)
  return findings.some(({ blocks }) => blocks) ? { kind: 'identity', text: other, findings } : null
}

/** All that looks like identity in a cleaned text. */
export function findingsIn(text: string, { isTelephone }: Pick<GuardTools, 'isTelephone'>): readonly Finding[] {
  const whole = read(text)
  const view: View = { whole, bare: setAside(whole), isTelephone }
  const found = withoutOverlap(rules.flatMap((rule) => rule(view)))
  return found.map((one) => ({ ...one, from: whole.at[one.from] ?? 0, to: whole.at[one.to] ?? text.length }))
}

/** What became of the Burmese in a text that the guard let through; null where nothing was changed. No rule runs again. */
export const conversionOf = (typed: string, encoding: TextEncoding | null, tools: GuardTools): Conversion | null =>
  conversion(cleaned(typed), encoding, tools).converted

/** At most one of the two: Zawgyi made Unicode, or what it would read as where only the writer knows. */
interface Encoded {
  readonly converted: Conversion | null
  readonly unclear: Conversion | null
}

const UNCHANGED: Encoded = { converted: null, unclear: null }

function conversion(text: string, encoding: TextEncoding | null, tools: GuardTools): Encoded {
  if (!BURMESE.test(text) || encoding === 'UNICODE') return UNCHANGED
  const probability = encoding === 'ZAWGYI' ? 1 : tools.zawgyiProbability(text)
  if (probability <= NOT_AT_ALL) return UNCHANGED
  const both = { before: text, after: cleaned(tools.zawgyiToUnicode(text)) }
  // Where both readings are the same text there is nothing to ask.
  if (both.after === text) return UNCHANGED
  return probability >= SURE ? { converted: both, unclear: null } : { converted: null, unclear: both }
}
