import type { CaseFile } from '../cases/case-file.ts'
import { type Counts, countCells } from '../kernel/fields.ts'
import type { CaseId } from '../kernel/ids.ts'

/** The one cell a person is counted in; a sex not stated counts as other. */
export function cellOf({ child, profile }: Pick<CaseFile['state'], 'child' | 'profile'>): keyof Counts {
  const sex = profile.sex === 'female' ? 'Female' : profile.sex === 'male' ? 'Male' : 'Other'
  return `${child ? 'minor' : 'adult'}${sex}`
}

/** The six cells of a list of cases: every person is in exactly one. */
export function countsOf(files: readonly CaseFile[]): Counts {
  const cells = Object.fromEntries(countCells.map((cell) => [cell, 0])) as Record<keyof Counts, number>
  for (const { state } of files) cells[cellOf(state)] += 1
  return cells
}

export const sameCounts = (one: Counts, other: Counts): boolean => countCells.every((cell) => one[cell] === other[cell])

export const totalOf = (counts: Counts): number => countCells.reduce((sum, cell) => sum + counts[cell], 0)

export const without = (files: readonly CaseFile[], ids: readonly CaseId[]): readonly CaseFile[] =>
  files.filter((file) => !ids.includes(file.id))

/** As facts for a sentence: `1 adult female` is `adultFemale: 1`; zero cells stay. */
export const countFacts = (counts: Counts): readonly string[] => countCells.map((cell) => `${cell}:${counts[cell]}`)
