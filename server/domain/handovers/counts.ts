import type { CaseFile } from '../cases/case-file.ts'
import { type Counts, countCells } from '../kernel/fields.ts'
import type { CaseId } from '../kernel/ids.ts'

/** The six cells of a list of cases. Not stated counts as other: every person is in exactly one cell. */
export function countsOf(files: readonly CaseFile[]): Counts {
  const cells = Object.fromEntries(countCells.map((cell) => [cell, 0])) as Record<keyof Counts, number>
  for (const { state } of files) {
    const age = state.child ? 'minor' : 'adult'
    const sex = state.profile.sex === 'female' ? 'Female' : state.profile.sex === 'male' ? 'Male' : 'Other'
    cells[`${age}${sex}`] += 1
  }
  return cells
}

export const sameCounts = (one: Counts, other: Counts): boolean => countCells.every((cell) => one[cell] === other[cell])

export const totalOf = (counts: Counts): number => countCells.reduce((sum, cell) => sum + counts[cell], 0)

export const without = (files: readonly CaseFile[], ids: readonly CaseId[]): readonly CaseFile[] =>
  files.filter((file) => !ids.includes(file.id))

/** As facts for a sentence: `1 adult female` is `adultFemale: 1`; zero cells stay. */
export const countFacts = (counts: Counts): readonly string[] => countCells.map((cell) => `${cell}:${counts[cell]}`)
