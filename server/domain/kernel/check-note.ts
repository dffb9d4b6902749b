import type { Finding } from '../confidentiality/finding.ts'
import { type GuardTools, guard, type TextEncoding, type Undrawn, type Verdict } from '../confidentiality/guard.ts'
import { NOTE_LENGTH } from '../confidentiality/safe-text.ts'
import { bad, type Checked, ok, type Path } from './check-value.ts'
import { codePointOf } from './plain-text.ts'
import { type Problem, problem } from './problem.ts'

/** A note as it was typed, and how Burmese was typed where the writer says so. */
export interface TypedNote {
  readonly text: string
  readonly encoding?: TextEncoding | null
}

/** The one place where typed text comes in: what the guard lets through becomes SafeText; nothing left of it is no note. */
export const checkNote = ({ text, encoding }: TypedNote, path: Path, tools: GuardTools): Checked =>
  checkedOf(guard(text, encoding ?? null, tools), path)

/** What the guard's verdict on a note at `path` means for the caller. */
export function checkedOf(verdict: Verdict, path: Path): Checked {
  switch (verdict.kind) {
    case 'safe':
      return ok(verdict.text === '' ? null : verdict.text)
    case 'too-long':
      return bad(problem('TEXT_TOO_LONG', { atMost: NOTE_LENGTH }, [...path, 'text']))
    case 'encoding-unclear':
      return bad(problem('ENCODING_UNCLEAR', { asUnicode: verdict.unclear.after }, [...path, 'encoding']))
    case 'not-printable':
      return bad(...verdict.undrawn.map((one) => notPrintable(one, path)))
    case 'identity':
      return bad(...verdict.findings.filter(({ blocks }) => blocks).map((one) => identity(one, path)))
  }
}

/** Which rule and which characters, counted from 1 in the text without invisible ones; the text itself is not repeated. */
const identity = ({ rule, from, to }: Finding, path: Path): Problem =>
  problem('IDENTITY_IN_TEXT', { rule, from: from + 1, to }, [...path, 'text'])

/** The character itself is no secret, and whoever typed it may not see it: it is named by its code as well. */
const notPrintable = ({ character, from }: Undrawn, path: Path): Problem =>
  problem('CHARACTER_NOT_PRINTABLE', { character, codePoint: codePointOf(character), at: from + 1 }, [...path, 'text'])
