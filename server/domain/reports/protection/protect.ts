import type { CellKey, CellRef } from './cell.ts'
import { type CountTable, checkTable, type Dimension } from './count-table.ts'
import { Intruder } from './intruder.ts'
import type { LinearSolver } from './linear-solver.ts'
import { type Dimensions, type LinkedCell, type LinkedCells, linkCells } from './linked-cells.ts'
import { type Merge, mergeFor } from './merge.ts'
import { isEmptied, type ReleasableTable, tableWithout } from './releasable-table.ts'
import { type Release, seenBy } from './releases.ts'
import type { Audience, ProtectionRules, RulesByAudience } from './rules.ts'
import { type Need, sensitiveCells } from './sensitivity.ts'
import { suppress } from './suppression.ts'

export interface Request {
  readonly audience: Audience
  readonly dimensions: readonly Dimension[]
  readonly tables: readonly CountTable[]
  /** Everything released so far, to any audience. */
  readonly earlier: readonly Release[]
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

/** Everything that one kind of reader knows once the tables are released. */
interface View {
  readonly rules: ProtectionRules
  readonly linked: LinkedCells
  readonly needs: ReadonlyMap<number, Need>
  readonly exposedBefore: () => ReadonlySet<CellKey>
}

/**
 * Disclosure control before anything leaves: what the rules forbid is withheld, then what it could be computed from, then
 * both are audited anew for every kind of reader, with all that was released before.
 */
export function protect(request: Request, rules: RulesByAudience, solver: LinearSolver): Protected {
  for (const table of request.tables) checkTable(table)
  // A public table is read inside the governments too, beside all that they have.
  const readers: readonly Audience[] = request.audience === 'public' ? ['public', 'governments'] : ['governments']
  const views = readers.map((reader) => viewOf(request, reader, rules[reader], solver))
  const withheld = new Set(views.flatMap(primary))
  for (const view of views) asIntruder(view, solver, (intruder) => suppress(intruder, withheld))
  const unprotected = views.flatMap((view) => audit(view, withheld, solver))
  const dimensions = byName(request.dimensions)
  const merge = (table: CountTable, inTheWay: readonly CellRef[]) =>
    mergeFor(table, dimensions, inTheWay, rules[request.audience]) ?? []
  if (unprotected.length > 0) {
    const concerned = (table: CountTable) => unprotected.filter(({ measure }) => measure === table.measure.name)
    const merges = request.tables.filter((table) => concerned(table).length > 0)
    return { kind: 'refused', unprotected, merge: merges.flatMap((table) => merge(table, concerned(table))) }
  }
  const tables = request.tables.map((table) => tableWithout(table, withheld, request.audience))
  const emptied = request.tables.filter((_, index) => isEmptied(tables[index] as ReleasableTable))
  return {
    kind: 'releasable',
    tables,
    release: { audience: request.audience, tables: request.tables, withheld: [...withheld] },
    advice: emptied.flatMap((table) => merge(table, [])),
  }
}

function viewOf(request: Request, reader: Audience, rules: ProtectionRules, solver: LinearSolver): View {
  const earlier = seenBy(reader, request.earlier)
  const dimensions = byName(request.dimensions)
  const linked = linkCells(dimensions, earlier, request.tables)
  const view = { rules, linked, needs: sensitiveCells(linked, rules) }
  return {
    ...view,
    exposedBefore() {
      const before = linkCells(dimensions, earlier, [])
      const needs = sensitiveCells(before, rules)
      const exposed = asIntruder({ linked: before, needs }, solver, (intruder) => intruder.exposed(new Set()))
      return new Set(exposed.map((place) => (before.cells[place] as LinkedCell).key))
    },
  }
}

/** What the rules withhold of the tables, and what was withheld before. */
function primary({ linked, needs }: View): readonly CellKey[] {
  return linked.cells
    .filter(({ standing, wasWithheld }, place) => standing === 'offered' && (needs.has(place) || wasWithheld))
    .map(({ key }) => key)
}

/** The audit: reckoned anew, from what is shown at the end. What was exposed already, no table of now can help. */
function audit(view: View, withheld: ReadonlySet<CellKey>, solver: LinearSolver): readonly CellRef[] {
  const exposed = asIntruder(view, solver, (intruder) => intruder.exposed(withheld))
  const before: ReadonlySet<CellKey> = exposed.length > 0 ? view.exposedBefore() : new Set()
  return exposed
    .map((place) => view.linked.cells[place] as LinkedCell)
    .filter(({ key }) => !before.has(key))
    .map(({ ref }) => ref)
}

function asIntruder<T>(
  { linked, needs }: Pick<View, 'linked' | 'needs'>,
  solver: LinearSolver,
  act: (intruder: Intruder) => T,
): T {
  const intruder = new Intruder(linked, needs, solver)
  try {
    return act(intruder)
  } finally {
    intruder.end()
  }
}

const byName = (dimensions: readonly Dimension[]): Dimensions =>
  new Map(dimensions.map((dimension) => [dimension.name, dimension]))
