import { each, whole } from '../kernel/check-parts.ts'
import { type Checked, type InputSetting, ok, type Path } from '../kernel/check-value.ts'
import { checkWording, type TypedWording } from '../kernel/wording.ts'
import type { AreaLine } from './report-entry.ts'

/** A line as it was typed. */
export interface TypedAreaLine extends Omit<AreaLine, 'wording'> {
  readonly wording: TypedWording
}

/** A country’s part is read in a meeting: more lines nobody reads. */
const MOST_LINES = 120

/** Every line passes the guard; all faults are told at once. */
export const checkAreaLines = (raw: readonly TypedAreaLine[], path: Path, setting: InputSetting): Checked =>
  each(raw, MOST_LINES, path, ({ area, part, wording }, at) =>
    whole({ area: ok(area), part: ok(part), wording: checkWording(wording, [...at, 'wording'], setting) }),
  )
