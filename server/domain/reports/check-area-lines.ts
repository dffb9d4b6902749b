import { bad, type Checked, type InputSetting, ok, type Path } from '../kernel/check-value.ts'
import { problem } from '../kernel/problem.ts'
import { checkWording, type TypedWording } from '../kernel/wording.ts'
import type { AreaLine } from './report-entry.ts'

/** A line as it was typed. */
export interface TypedAreaLine extends Omit<AreaLine, 'wording'> {
  readonly wording: TypedWording
}

/** A country’s part is read in a meeting: more lines nobody reads. */
const MOST_LINES = 120

/** Every line passes the guard; all faults are told at once. */
export function checkAreaLines(raw: readonly TypedAreaLine[], path: Path, setting: InputSetting): Checked {
  if (raw.length > MOST_LINES) return bad(problem('TOO_MANY', { atMost: MOST_LINES }, path))
  const checked = raw.map((line, place) => checkWording(line.wording, [...path, String(place), 'wording'], setting))
  const problems = checked.flatMap((one) => ('problems' in one ? one.problems : []))
  if (problems.length > 0) return bad(...problems)
  return ok(raw.map((line, place) => ({ ...line, wording: (checked[place] as { value: unknown }).value })))
}
