import { attempt, type Exposed } from './attempt.ts'
import { byName } from './categories.ts'
import { type CellKey, type CellRef, cellKey } from './cell.ts'
import { type CountTable, checkTable, type Dimension, keysOf } from './count-table.ts'
import { familiesOf } from './families.ts'
import type { LinearSolver } from './linear-solver.ts'
import { type Merge, mergeFor } from './merge.ts'
import { isEmptied, type ReleasableTable, tableWith } from './releasable-table.ts'
import type { Release } from './releases.ts'
import type { Audience, RulesByAudience } from './rules.ts'
import type { Share } from './shares.ts'

export interface Request {
  readonly audience: Audience
  readonly dimensions: readonly Dimension[]
  readonly tables: readonly CountTable[]
  /** Everything released so far, to any audience. */
  readonly earlier: readonly Release[]
  readonly shares?: readonly Share[]
}

export type Protected =
  | {
      readonly kind: 'releasable'
      readonly tables: readonly ReleasableTable[]
      /** To be kept, and given as one of `earlier` next time. */
      readonly release: Release
      /** For tables that lost more than half of what they count: what would make them say more. */
      readonly advice: readonly Merge[]
    }
  | { readonly kind: 'refused'; readonly unprotected: readonly CellRef[]; readonly merge: readonly Merge[] }

/**
 * Disclosure control before anything leaves. A table that no suppression can protect, as one released earlier tied hands,
 * is not released; where that leaves none, or it is one that has to be shown, the whole is refused.
 */
export function protect(request: Request, rules: RulesByAudience, solver: LinearSolver): Protected {
  for (const table of request.tables) checkTable(table)
  const outcomes = familiesOf(request).map((family) => outcomeOf(family, rules, solver))
  const refused = outcomes.flatMap(({ unprotected }) => unprotected)
  const dimensions = byName(request.dimensions)
  const merge = (table: CountTable, inTheWay: readonly CellRef[]) =>
    mergeFor(table, dimensions, inTheWay, rules[request.audience]) ?? []
  const tables = outcomes.flatMap((outcome) => outcome.tables)
  const isKept = request.tables.every((table) => !table.keep || tables.includes(table))
  if (!isKept || (refused.length > 0 && tables.length === 0)) {
    const concerned = (table: CountTable) => refused.filter(({ measure }) => measure === table.measure.name)
    const merges = request.tables.filter((table) => concerned(table).length > 0)
    return { kind: 'refused', unprotected: refused, merge: merges.flatMap((table) => merge(table, concerned(table))) }
  }
  const withheld = outcomes.flatMap((outcome) => outcome.withheld)
  const shown = shownIn(tables, new Set(withheld))
  const releasable = request.tables.map((table) => tableWith(table, shown, request.audience, !tables.includes(table)))
  const emptied = request.tables.filter((_, index) => isEmptied(releasable[index] as ReleasableTable))
  return {
    kind: 'releasable',
    tables: releasable,
    release: { audience: request.audience, tables, withheld },
    advice: emptied.flatMap((table) => merge(table, [])),
  }
}

interface Outcome {
  /** What is released of the tables asked for. */
  readonly tables: readonly CountTable[]
  readonly withheld: readonly CellKey[]
  /** Cells that stood in the way of those that are not. */
  readonly unprotected: readonly CellRef[]
}

function outcomeOf(family: Request, rules: RulesByAudience, solver: LinearSolver): Outcome {
  const before = exposedBefore(family, rules, solver)
  const unprotected = new Map<CellKey, CellRef>()
  for (let { tables } = family; ; ) {
    const { withheld, exposed } = attempt({ ...family, tables }, rules, solver)
    const given = exposed.length === 0 ? [] : exposed.filter((one) => !before().has(keyOf(one)))
    if (given.length === 0) return { tables, withheld, unprotected: [...unprotected.values()] }
    for (const { cell } of given) unprotected.set(cellKey(cell), cell)
    const dropped = tableInTheWay(tables, given)
    tables = tables.filter((table) => table !== dropped)
  }
}

/** What readers can compute already: no table of now can help it, nor be refused for it. Looked for once, where it is asked. */
function exposedBefore(family: Request, rules: RulesByAudience, solver: LinearSolver): () => ReadonlySet<string> {
  let found: ReadonlySet<string> | null = null
  return () => {
    found ??= new Set(attempt({ ...family, tables: [] }, rules, solver).exposed.map(keyOf))
    return found
  }
}

const keyOf = ({ reader, key }: Exposed): string => `${reader} ${key}`

/** The table that says most of what is given away: of several the most finely divided. */
function tableInTheWay(tables: readonly CountTable[], exposed: readonly Exposed[]): CountTable | undefined {
  const named = (table: CountTable): number => {
    const names = new Set(table.cells.flatMap(({ where }) => Object.keys(where)))
    return exposed.filter(({ cell: { measure, where } }) => {
      const own = Object.keys(where)
      return measure === table.measure.name && own.length > 0 && own.every((name) => names.has(name))
    }).length
  }
  const bySense = tables.map((table) => ({ table, named: named(table), cells: table.cells.length }))
  const [first] = bySense.toSorted((one, other) => other.named - one.named || other.cells - one.cells)
  return first?.table
}

function shownIn(tables: readonly CountTable[], withheld: ReadonlySet<CellKey>): ReadonlySet<CellKey> {
  return new Set(tables.flatMap(keysOf).filter((key) => !withheld.has(key)))
}
