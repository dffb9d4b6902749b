import type { CaseFile } from '../cases/case-file.ts'
import type { Code } from '../kernel/ids.ts'
import { type Problem, problem } from '../kernel/problem.ts'

/** Who goes along with a list. `sex` is null where nobody does, or where it was not said. */
export interface Escort {
  readonly escort: Code
  readonly escortSex: Code | null
}

/** A child does not travel alone, and women and girls are escorted by a woman (domain.md 7.A, step 15). */
export function escortProblems(files: readonly Pick<CaseFile, 'state'>[], { escort, escortSex }: Escort): Problem[] {
  const persons = files.map(({ state }) => state)
  if (escort === 'none') return persons.some(({ child }) => child) ? [problem('ESCORT_NEEDED', {}, ['escort'])] : []
  const includesWoman = escortSex === 'female' || escortSex === 'both'
  const womenOrGirls = persons.some(({ profile }) => profile.sex === 'female')
  return womenOrGirls && !includesWoman ? [problem('ESCORT_SEX', {}, ['escortSex'])] : []
}
