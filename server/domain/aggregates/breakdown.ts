import type { Code } from '../kernel/ids.ts'
import type { Part } from './aggregate.ts'

/** The code of every breakdown for what a country did not state. */
const NOT_STATED = 'not-stated' as Code
const CHILD = 'child' as Code
const ADULT = 'adult' as Code
/** Code lists in which the code of a part may stand. */
export const PART_LISTS = {
  sex: ['sex'],
  age: ['age-group', 'age-band', 'not-stated'],
  exploitation: ['exploitation', 'not-stated'],
} as const
export type PartKey = keyof typeof PART_LISTS

/** By what a total is divided, as the code lists are named. */
type Division = 'sex' | 'age-group' | 'age-band' | 'exploitation'

/** Parts that together are the whole, divided in the same way. */
export interface Breakdown {
  readonly by: readonly Division[]
  readonly cells: readonly Cell[]
}
export interface Cell {
  /** Where the part stands in its figure. */
  readonly place: number
  readonly value: number
  /** A cell of an age band also says whether that is child or adult. */
  readonly codes: Readonly<Partial<Record<Division, Code>>>
}

/** Whether a band is one of minors. */
export type IsMinor = (band: Code) => boolean

/** The parts of a figure, sorted into the ways in which it is divided. What is not stated of age counts in each of them. */
export function breakdownsOf(parts: readonly Part[], isMinor: IsMinor): readonly Breakdown[] {
  const found = new Map<string, { by: Division[]; cells: Cell[] }>()
  for (const [place, part] of parts.entries())
    for (const age of agesOf(part, parts)) {
      const by = [...(part.sex ? ['sex'] : []), ...age, ...(part.exploitation ? ['exploitation'] : [])] as Division[]
      const key = by.join()
      const known = found.get(key) ?? { by, cells: [] }
      found.set(key, known)
      known.cells.push({ place, value: part.value, codes: codesOf(part, isMinor) })
    }
  return [...found.values()]
}

const isBand = ({ age }: Part): boolean => age !== null && ![CHILD, ADULT, NOT_STATED].includes(age)
const isGroup = ({ age }: Part): boolean => age === CHILD || age === ADULT
const alike = (one: Part, other: Part): boolean =>
  (one.sex === null) === (other.sex === null) && (one.exploitation === null) === (other.exploitation === null)

/** How a part divides age: not at all, by child and adult, by bands; not stated as those beside it do. */
function agesOf(part: Part, parts: readonly Part[]): readonly (readonly Division[])[] {
  if (part.age === null) return [[]]
  if (part.age !== NOT_STATED) return [[isBand(part) ? 'age-band' : 'age-group']]
  const beside = parts.filter((one) => alike(part, one))
  const bands = beside.some(isBand)
  const groups = beside.some(isGroup) || !bands
  return [...(groups ? [['age-group'] as const] : []), ...(bands ? [['age-band'] as const] : [])]
}

function codesOf(part: Part, isMinor: IsMinor): Cell['codes'] {
  const { sex, age, exploitation } = part
  const band = isBand(part) || age === NOT_STATED ? age : null
  const group = isBand(part) && age ? (isMinor(age) ? CHILD : ADULT) : age
  return {
    ...(sex ? { sex } : {}),
    ...(group ? { 'age-group': group } : {}),
    ...(band ? { 'age-band': band } : {}),
    ...(exploitation ? { exploitation } : {}),
  }
}

/** Whether the cells of `fine` add up to those of `coarse`: all that `coarse` tells apart, `fine` does as well. */
export const divides = (fine: Breakdown, coarse: Breakdown): boolean =>
  fine !== coarse &&
  fine.by.length >= coarse.by.length &&
  coarse.by.every(
    (division) => fine.by.includes(division) || (division === 'age-group' && fine.by.includes('age-band')),
  )

export const sumOf = (cells: readonly { readonly value: number }[]): number =>
  cells.reduce((sum, { value }) => sum + value, 0)

/** Cells of a finer breakdown that lie within one of a coarser. */
export const within = (cell: Cell, { by }: Breakdown, fine: Breakdown): readonly Cell[] =>
  fine.cells.filter(({ codes }) => by.every((division) => codes[division] === cell.codes[division]))
