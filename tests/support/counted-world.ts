import { Seeded } from '../../server/demo/seeded.ts'
import type { Where } from '../../server/domain/reports/protection/cell.ts'
import type { CountTable, Dimension, Measure } from '../../server/domain/reports/protection/count-table.ts'
import type { Audience } from '../../server/domain/reports/protection/rules.ts'

/** One person: on each dimension the narrowest categories that hold, more than one where they overlap. */
export type Counted = Readonly<Record<string, readonly string[]>>

const POOL: readonly Dimension[] = [
  { name: 'from', categories: ['KH', 'CN', 'LA', 'MM', 'TH', 'VN'], sensitive: false },
  { name: 'owes', categories: ['KH', 'CN', 'LA'], apartFrom: ['from'], sensitive: false },
  { name: 'age', categories: ['child', 'adult', 'unknown'], sensitive: false },
  {
    name: 'period',
    categories: ['2025', '2026'],
    within: { '2025-H1': '2025', '2025-H2': '2025', '2026-H1': '2026', '2026-H2': '2026' },
    sensitive: false,
  },
  { name: 'answered', categories: ['yes', 'no'], sensitive: false },
  { name: 'exploitation', categories: ['begging', 'fishing', 'other'], overlapping: true, sensitive: true },
  { name: 'result', categories: ['confirmed', 'refused', 'open'], sensitive: true },
]
const SNAPSHOTS = ['2026-06-30', '2026-09-30', '2026-12-31'] as const
const MOST_TYPES = 200

/** The narrowest categories of a dimension: those that no other is part of. */
const leavesOf = ({ categories, within = {} }: Dimension): readonly string[] =>
  [...categories, ...Object.keys(within)].filter((one) => !Object.values(within).includes(one))

/** Whether a person, or a kind of person, is counted in a cell. */
export const isIn = (dimensions: readonly Dimension[], counted: Counted, where: Where): boolean =>
  dimensions.every(({ name, within = {} }) => {
    const asked = where[name]
    return asked === undefined || (counted[name] ?? []).some((own) => own === asked || within[own] === asked)
  })

/** Persons of chance, and linked tables about them that are released one after another. */
export class CountedWorld {
  readonly dimensions: readonly Dimension[]
  readonly measure: Measure
  readonly releases: readonly { readonly audience: Audience; readonly tables: readonly CountTable[] }[]
  readonly #chance: Seeded
  readonly #snapshots: readonly (readonly Counted[])[]
  constructor(seed: number) {
    this.#chance = new Seeded(seed * 7919 + 17)
    for (let warm = 0; warm < 5; warm += 1) this.#below(2)
    this.dimensions = this.#someDimensions()
    this.measure = { name: 'cases', of: 'persons', cumulative: this.#below(2) === 0 }
    this.#snapshots = this.#population()
    const audience = (): Audience => (this.#below(3) === 0 ? 'public' : 'governments')
    const tables = 1 + this.#below(5)
    const releases = 1 + this.#below(Math.min(3, tables))
    let snapshot = 0
    this.releases = Array.from({ length: releases }, (_, release) => {
      const share = Math.floor((tables * (release + 1)) / releases) - Math.floor((tables * release) / releases)
      if (release > 0) snapshot = Math.min(snapshot + this.#below(2), SNAPSHOTS.length - 1)
      const made = Array.from({ length: share }, (_none, index) => this.#table(`${release}-${index}`, snapshot))
      return { audience: audience(), tables: made }
    })
  }
  count(snapshot: string, where: Where): number {
    const persons = this.#snapshots[SNAPSHOTS.indexOf(snapshot as (typeof SNAPSHOTS)[number])] ?? []
    return persons.filter((person) => isIn(this.dimensions, person, where)).length
  }
  #below(below: number): number {
    return this.#chance.below(below)
  }
  #someDimensions(): readonly Dimension[] {
    const chosen: Dimension[] = []
    const wanted = 2 + this.#below(3)
    for (let tries = 0; tries < 12 && chosen.length < wanted; tries += 1) {
      const one = this.#chance.one(POOL)
      const isNew = !chosen.some(({ name }) => name === one.name)
      if (isNew && typesOf([...chosen, one]).length <= MOST_TYPES) chosen.push(one)
    }
    return chosen
  }
  #population(): readonly (readonly Counted[])[] {
    const sizes = [8, 20, 60, 150, 400]
    const weights = new Map(
      this.dimensions.flatMap((one) => leavesOf(one).map((leaf) => [`${one.name} ${leaf}`, this.#below(10) ** 2])),
    )
    const someone = (): Counted =>
      Object.fromEntries(
        this.dimensions.map((one) => {
          const weight = (leaf: string) => weights.get(`${one.name} ${leaf}`) ?? 0
          const leaves = leavesOf(one)
          if (one.overlapping) return [one.name, leaves.filter((leaf) => this.#below(81) < weight(leaf))]
          const total = leaves.reduce((sum, leaf) => sum + weight(leaf), 0)
          let at = this.#below(Math.max(1, total))
          const found = leaves.find((leaf) => {
            at -= weight(leaf)
            return at < 0
          })
          return [one.name, [found ?? (leaves[0] as string)]]
        }),
      )
    const person = (): Counted => {
      for (;;) {
        const one = someone()
        if (canBe(this.dimensions, one)) return one
      }
    }
    let persons = Array.from({ length: 1 + this.#below(this.#chance.one(sizes)) }, person)
    return SNAPSHOTS.map((_, snapshot) => {
      if (snapshot === 0) return persons
      const added = Array.from({ length: this.#below(3) === 0 ? 0 : this.#below(25) }, person)
      persons = [...(this.measure.cumulative ? persons : persons.filter(() => this.#below(20) > 0)), ...added]
      return persons
    })
  }
  #table(id: string, snapshot: number): CountTable {
    const divided = this.dimensions.filter(() => this.#below(2) === 0).slice(0, 3)
    const others = this.dimensions.filter((one) => !divided.includes(one))
    const fixed = others.length > 0 && this.#below(3) === 0 ? this.#chance.one(others) : null
    const base: Where = fixed ? { [fixed.name]: this.#chance.one(fixed.categories) } : {}
    let wheres: Where[] = [base]
    for (const one of divided) {
      const categories = this.#shownOf(one)
      wheres = wheres.flatMap((where) => [where, ...categories.map((category) => ({ ...where, [one.name]: category }))])
    }
    const at = SNAPSHOTS[snapshot] ?? SNAPSHOTS[0]
    const cells = wheres.map((where) => ({ where, count: this.count(at, where) }))
    return { id, measure: this.measure, snapshot: at, dimensions: divided.map(({ name }) => name), cells }
  }
  /** Mostly all; now and then some are left out, or halves stand in place of years or beside them. */
  #shownOf({ categories, within = {} }: Dimension): readonly string[] {
    const finer = Object.keys(within)
    const shown = finer.length === 0 ? categories : this.#chance.one([categories, finer, [...categories, ...finer]])
    return this.#below(4) === 0 ? shown.filter(() => this.#below(4) > 0) : shown
  }
}

/** Every kind of person that these dimensions tell apart. */
export function typesOf(dimensions: readonly Dimension[]): readonly Counted[] {
  let types: readonly Counted[] = [{}]
  for (const one of dimensions) {
    const choices = one.overlapping ? subsets(leavesOf(one)) : leavesOf(one).map((leaf) => [leaf])
    types = types.flatMap((type) => choices.map((choice) => ({ ...type, [one.name]: choice })))
  }
  return types.filter((type) => canBe(dimensions, type))
}

/** Who owes is not who asks. */
const canBe = (dimensions: readonly Dimension[], counted: Counted): boolean =>
  dimensions.every(({ name, apartFrom = [] }) =>
    apartFrom.every((other) => !counted[other] || counted[other][0] !== counted[name]?.[0]),
  )

function subsets(list: readonly string[]): readonly (readonly string[])[] {
  const [first, ...others] = list
  if (first === undefined) return [[]]
  const without = subsets(others)
  return [...without, ...without.map((set) => [first, ...set])]
}
