import { auditOf } from './audit.ts'
import { type CellKey, type CellRef, cellKey } from './cell.ts'
import { type CountTable, checkTable, type Dimension } from './count-table.ts'
import type { LinearSolver } from './linear-solver.ts'
import { type Dimensions, type LinkedCell, type LinkedCells, linkCells } from './linked-cells.ts'
import { type Merge, mergeFor } from './merge.ts'
import { isEmptied, type ReleasableTable, tableWithout } from './releasable-table.ts'
import { type Release, seenBy } from './releases.ts'
import type { Audience, ProtectionRules, RulesByAudience } from './rules.ts'
import { type Need, sensitiveCells } from './sensitivity.ts'
import { suppress } from './suppression.ts'
import { keysAs, unchangedSince } from './unchanged.ts'

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
  readonly linked: LinkedCells
  readonly needs: ReadonlyMap<number, Need>
  /** What it would be without them. */
  readonly before: () => Pick<View, 'linked' | 'needs'>
}

/**
 * Disclosure control before anything leaves: what the rules forbid is withheld, then what it could be computed from, then
 * both are audited anew for every kind of reader, with all that was released before.
 */
export function protect(request: Request, rules: RulesByAudience, solver: LinearSolver): Protected {
  const { audience, tables } = request
  for (const table of tables) checkTable(table)
  const since = unchangedSince([...request.earlier.flatMap((release) => release.tables), ...tables])
  const asked = { ...request, tables: tables.map(since), earlier: request.earlier.map((one) => releaseAs(one, since)) }
  // A public table is read inside the governments too, beside all that they have.
  const readers: readonly Audience[] = audience === 'public' ? ['public', 'governments'] : ['governments']
  const views = readers.map((reader) => viewOf(asked, reader, rules[reader], solver))
  const withheld = new Set(views.flatMap(primary))
  for (const { linked, needs } of views) suppress(linked, needs, withheld, solver)
  const exposed = views.flatMap((view) => newlyExposed(view, withheld, solver))
  const unprotected = [...new Map(exposed.map((ref) => [cellKey(ref), ref])).values()]
  const dimensions = byName(request.dimensions)
  const merge = (table: CountTable, inTheWay: readonly CellRef[]) =>
    mergeFor(table, dimensions, inTheWay, rules[audience]) ?? []
  if (unprotected.length > 0) {
    const concerned = (table: CountTable) => unprotected.filter(({ measure }) => measure === table.measure.name)
    const merges = tables.filter((table) => concerned(table).length > 0)
    return { kind: 'refused', unprotected, merge: merges.flatMap((table) => merge(table, concerned(table))) }
  }
  const own = new Set(tables.flatMap((table) => keysAs(table, since(table), withheld)))
  const releasable = tables.map((table) => tableWithout(table, own, audience))
  const emptied = tables.filter((_, index) => isEmptied(releasable[index] as ReleasableTable))
  return {
    kind: 'releasable',
    tables: releasable,
    release: { audience, tables, withheld: [...own] },
    advice: emptied.flatMap((table) => merge(table, [])),
  }
}

function viewOf(
  { dimensions, earlier, tables }: Request,
  reader: Audience,
  rules: ProtectionRules,
  solver: LinearSolver,
): View {
  const seen = seenBy(reader, earlier)
  const of = (now: readonly CountTable[]) => {
    const linked = linkCells(reader, byName(dimensions), seen, now, solver)
    return { linked, needs: sensitiveCells(linked, rules) }
  }
  return { ...of(tables), before: () => of([]) }
}

/** What the rules withhold of the tables, and what was withheld before. */
function primary({ linked, needs }: View): readonly CellKey[] {
  const own = linked.cells.filter(
    ({ standing, wasWithheld }, place) => standing === 'offered' && (needs.has(place) || wasWithheld),
  )
  return [...own.map(({ key }) => key), ...linked.again]
}

/** What is exposed at the end. What was exposed before, no table of now can help. */
function newlyExposed(view: View, withheld: ReadonlySet<CellKey>, solver: LinearSolver): readonly CellRef[] {
  const exposed = auditOf(view.linked, view.needs, withheld, solver)
    .unmet()
    .map((place) => cellAt(view, place))
  if (exposed.length === 0) return []
  const before = view.before()
  const already = auditOf(before.linked, before.needs, new Set(), solver).unmet()
  const keys = new Set(already.map((place) => cellAt(before, place).key))
  return exposed.filter(({ key }) => !keys.has(key)).map(({ ref }) => ref)
}

const cellAt = ({ linked }: Pick<View, 'linked'>, place: number): LinkedCell => linked.cells[place] as LinkedCell

/** A release as if it had been made when its tables last changed. */
const releaseAs = ({ audience, tables, withheld }: Release, since: (table: CountTable) => CountTable): Release => {
  const hidden = new Set(withheld)
  return {
    audience,
    tables: tables.map(since),
    withheld: tables.flatMap((table) => keysAs(since(table), table, hidden)),
  }
}

const byName = (dimensions: readonly Dimension[]): Dimensions =>
  new Map(dimensions.map((dimension) => [dimension.name, dimension]))
