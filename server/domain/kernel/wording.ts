import type { SafeText } from '../confidentiality/safe-text.ts'
import { checkNote, type TypedNote } from './check-note.ts'
import { each } from './check-parts.ts'
import { bad, type Checked, checkList, type InputSetting, ok, type Path } from './check-value.ts'
import type { Language } from './language.ts'
import { type Problem, problem } from './problem.ts'

/** One statement of a meeting or a report, in one language or several; the first is as it was written. */
export type Wording = readonly { readonly language: Language; readonly text: SafeText }[]

/** A wording as it was typed. */
export interface TypedWording {
  readonly texts: readonly { readonly language: Language; readonly note: TypedNote }[]
}

/** Each text passes the guard; no language twice, and none that says nothing. */
export function checkWording({ texts }: TypedWording, path: Path, { guardTools }: InputSetting): Checked {
  if (texts.length === 0) return bad(problem('FIELD_REQUIRED', {}, [...path, 'texts']))
  const repeated = checkList(
    texts.map(({ language }) => language),
    7,
    'CODE_REPEATED',
    [...path, 'texts'],
  )
  const problems: Problem[] = 'problems' in repeated ? [...repeated.problems] : []
  const wording = texts.map(({ language, note }, place) => {
    const at = [...path, 'texts', String(place), 'note']
    const checked = checkNote(note, at, guardTools)
    if ('problems' in checked) problems.push(...checked.problems)
    else if (checked.value === null) problems.push(problem('FIELD_REQUIRED', {}, at))
    else return { language, text: checked.value as SafeText }
    return null
  })
  return problems.length > 0 ? bad(...problems) : ok(wording)
}

export const checkWordings = (
  raw: readonly TypedWording[],
  atMost: number,
  path: Path,
  setting: InputSetting,
): Checked => each(raw, atMost, path, (one, at) => checkWording(one, at, setting))

/** What a reader of this language is shown, and in which language that is: their own, else as it was written. */
export function wordedFor(
  wording: Wording,
  language: Language,
): { readonly language: Language; readonly text: string } {
  const [original] = wording
  if (!original) throw new Error('a wording says something in some language')
  return wording.find((one) => one.language === language) ?? original
}
