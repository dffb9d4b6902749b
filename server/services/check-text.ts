import { guardTools } from '../adapters/guard-tools.ts'
import type { Finding } from '../domain/confidentiality/finding.ts'
import { conversionOf as conversionIn, findingsIn, guard } from '../domain/confidentiality/guard.ts'
import type { SafeText } from '../domain/confidentiality/safe-text.ts'
import { checkedOf, type TypedNote } from '../domain/kernel/check-note.ts'
import type { Problem } from '../domain/kernel/problem.ts'

/** What the guard says of a text that is not kept. */
export interface TextCheck {
  readonly text: string | null
  readonly findings: readonly Finding[]
  readonly converted: { readonly before: string; readonly after: string } | null
  readonly problems: readonly Problem[]
}

export function checkText(typed: TypedNote): TextCheck {
  const verdict = guard(typed.text, typed.encoding ?? null, guardTools)
  const checked = checkedOf(verdict, [])
  const problems = 'problems' in checked ? checked.problems : []
  switch (verdict.kind) {
    case 'safe':
      return { text: verdict.text, findings: verdict.doubts, converted: verdict.converted, problems }
    case 'identity':
      return { text: verdict.text, findings: verdict.findings, converted: null, problems }
    case 'encoding-unclear':
      return { text: verdict.unclear.before, findings: [], converted: null, problems }
    case 'not-printable':
      return { text: verdict.text, findings: [], converted: null, problems }
    case 'too-long':
      return { text: null, findings: [], converted: null, problems }
  }
}

/** What in a stored note a reviewer should look at. */
export const doubtsOf = (text: SafeText): readonly Finding[] =>
  findingsIn(text, guardTools).filter(({ blocks }) => !blocks)

/** What became of a note that was kept: Zawgyi before and after, null where nothing was changed. */
export const conversionOf = ({ text, encoding }: TypedNote): TextCheck['converted'] =>
  conversionIn(text, encoding ?? null, guardTools)
