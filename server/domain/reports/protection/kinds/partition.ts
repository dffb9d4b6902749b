import type { Dimensions } from '../categories.ts'
import { areApart, dimensionCalled, isWithin, leavesOf } from '../categories.ts'
import type { Where } from '../cell.ts'

/** Where somebody is, and the same as text, to find it again. */
export interface Condition {
  readonly where: Where
  readonly key: string
}

export const conditionOf = (where: Where): Condition => ({
  where,
  key: JSON.stringify(Object.entries(where).sort(([one], [other]) => (one < other ? -1 : 1))),
})

const EVERYBODY = conditionOf({}).key

/** Kinds of person that no condition of a list tells apart. */
export interface Kind {
  /** The conditions of the list that hold of them, by their keys. */
  readonly in: ReadonlySet<string>
}

export const isKindIn = (kind: Kind, { key }: Condition): boolean => key === EVERYBODY || kind.in.has(key)

/** Which of these conditions hold of a kind: kinds with the same answer are one to who knows no other conditions. */
export const toldOf = (kind: Kind, conditions: readonly Condition[]): string =>
  conditions.map((condition) => (isKindIn(kind, condition) ? '1' : '0')).join('')

/** Everybody on these dimensions, divided by these conditions; `common` is what holds of all. */
export function partition(
  dimensions: Dimensions,
  names: ReadonlySet<string>,
  conditions: readonly Condition[],
  common: Where,
): readonly Kind[] {
  interface Part {
    readonly where: Where
    /** Positions of the conditions that hold as far as it is divided. */
    readonly open: readonly number[]
  }
  const inOrder = [...names].sort()
  let parts: readonly Part[] = [{ where: {}, open: [...conditions.keys()] }]
  for (const [position, name] of inOrder.entries()) {
    const dimension = dimensionCalled(dimensions, name)
    // Who asks for a return does not owe the answer: as long as one of the two is not known, the other is kept apart.
    const apart = inOrder.filter(
      (one, place) =>
        place <= position && inOrder.slice(position + 1).some((later) => areApart(dimensions, one, later)),
    )
    const found = new Map<string, Part>()
    for (const part of parts)
      for (const leaf of leavesOf(dimension, common[name] ?? null)) {
        if (inOrder.some((other) => part.where[other] === leaf && areApart(dimensions, name, other))) continue
        const where = { ...part.where, [name]: leaf }
        const open = part.open.filter((one) => {
          const asked = conditions[one]?.where[name]
          return asked === undefined || isWithin(dimension, leaf, asked)
        })
        const key = `${open} ${apart.map((one) => where[one])}`
        if (!found.has(key)) found.set(key, { where, open })
      }
    parts = [...found.values()]
  }
  return parts.map(({ open }) => ({
    in: new Set(open.map((one) => (conditions[one] as Condition).key)),
  }))
}
