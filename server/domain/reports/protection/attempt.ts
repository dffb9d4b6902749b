import { auditOf } from './audit.ts'
import { byName, type Dimensions } from './categories.ts'
import type { CellKey, CellRef } from './cell.ts'
import { type CountTable, keysOf } from './count-table.ts'
import { DoesNotAddUp } from './does-not-add-up.ts'
import type { LinearSolver } from './linear-solver.ts'
import { type LinkedCell, type LinkedCells, linkCells } from './linked-cells.ts'
import type { Request } from './protect.ts'
import { type Release, seenBy } from './releases.ts'
import type { Audience, ProtectionRules, RulesByAudience } from './rules.ts'
import { type Need, sensitiveCells } from './sensitivity.ts'
import { type Pair, pairsOf } from './shares.ts'
import { suppress } from './suppression.ts'
import { asCounted, keysAs, type Unchanged, unchangedIn } from './unchanged.ts'

/** Everything that one kind of reader knows once the tables are released. */
interface View {
  readonly reader: Audience
  readonly linked: LinkedCells
  readonly needs: ReadonlyMap<number, Need>
}

/** A cell that a reader can compute too closely. */
export interface Exposed {
  readonly reader: Audience
  readonly key: CellKey
  readonly cell: CellRef
}

export interface Attempt {
  /** Cells of these tables that must not be shown. */
  readonly withheld: readonly CellKey[]
  /** What is given away all the same, also what was before. */
  readonly exposed: readonly Exposed[]
}

/**
 * What the rules forbid is withheld, then what it could be computed from, then both are audited anew for every kind of
 * reader, with all that was released before. Where what should be unchanged was corrected in between, nothing is taken to be.
 */
export function attempt(request: Request, rules: RulesByAudience, solver: LinearSolver): Attempt {
  const all = [...request.earlier.flatMap((release) => release.tables), ...request.tables]
  try {
    return attemptIn(request, all, unchangedIn(all), rules, solver)
  } catch (error) {
    if (!(error instanceof DoesNotAddUp)) throw error
    return attemptIn(request, all, asCounted, rules, solver)
  }
}

function attemptIn(
  request: Request,
  all: readonly CountTable[],
  { since, inTime }: Unchanged,
  rules: RulesByAudience,
  solver: LinearSolver,
): Attempt {
  const { audience, tables, earlier } = request
  const again = repeated(
    { tables: tables.map(since), earlier: earlier.map((one) => releaseAs(one, (table) => [since(table)])) },
    audience,
  )
  if (again) return { withheld: tables.flatMap((table) => keysAs(table, since(table), again)), exposed: [] }
  const asked: Asked = {
    dimensions: byName(request.dimensions),
    tables: tables.flatMap(inTime),
    earlier: earlier.map((one) => releaseAs(one, inTime)),
    pairs: pairsOf(request.shares ?? [], all, since),
  }
  // A public table is read inside the governments too, beside all that they have.
  const readers: readonly Audience[] = audience === 'public' ? ['public', 'governments'] : ['governments']
  const views = readers.map((reader) => viewOf(asked, reader, rules[reader], solver))
  const withheld = new Set(views.flatMap(primary))
  for (const { linked, needs } of views) suppress(linked, needs, withheld, solver)
  return {
    withheld: [...new Set(tables.flatMap((table) => inTime(table).flatMap((one) => keysAs(table, one, withheld))))],
    exposed: views.flatMap((view) => exposedIn(view, withheld, solver)),
  }
}

interface Asked {
  readonly dimensions: Dimensions
  readonly tables: readonly CountTable[]
  readonly earlier: readonly Release[]
  readonly pairs: readonly Pair[]
}

/** The cells withheld of these tables where readers have all of it, and nothing was counted since: all stays as it was. */
function repeated(
  { earlier, tables }: Pick<Asked, 'earlier' | 'tables'>,
  audience: Audience,
): ReadonlySet<CellKey> | null {
  const shown = new Set<CellKey>()
  const hidden = new Set<CellKey>()
  for (const release of seenBy(audience, earlier)) {
    const withheld = new Set(release.withheld)
    for (const key of release.tables.flatMap(keysOf))
      if (!withheld.has(key)) shown.add(key)
      else if (release.audience === audience) hidden.add(key)
  }
  // That nothing has changed says more of what was counted in between.
  const [first = ''] = tables.map(({ snapshot }) => snapshot).sort()
  if (earlier.some((release) => release.tables.some(({ snapshot }) => snapshot > first))) return null
  const isKnown = (table: CountTable) => !table.keep && keysOf(table).every((key) => shown.has(key) || hidden.has(key))
  return tables.length > 0 && tables.every(isKnown) ? hidden.difference(shown) : null
}

function viewOf(
  { dimensions, earlier, tables, pairs }: Asked,
  reader: Audience,
  rules: ProtectionRules,
  solver: LinearSolver,
): View {
  const linked = linkCells(reader, dimensions, { earlier: seenBy(reader, earlier), tables, pairs }, solver)
  return { reader, linked, needs: sensitiveCells(linked, rules) }
}

/** What the rules withhold of the tables, and what was withheld before. */
function primary({ linked, needs }: View): readonly CellKey[] {
  return linked.cells
    .filter(({ standing, wasWithheld }, place) => standing === 'offered' && (needs.has(place) || wasWithheld))
    .map(({ key }) => key)
}

const exposedIn = (
  { reader, linked, needs }: View,
  withheld: ReadonlySet<CellKey>,
  solver: LinearSolver,
): readonly Exposed[] =>
  auditOf(linked, needs, withheld, solver)
    .unmet()
    .map((place) => linked.cells[place] as LinkedCell)
    .map(({ key, ref }) => ({ reader, key, cell: ref }))

/** A release whose tables are taken for others that have the same cells, or some of them. */
const releaseAs = (
  { audience, tables, withheld }: Release,
  others: (table: CountTable) => readonly CountTable[],
): Release => {
  const hidden = new Set(withheld)
  return {
    audience,
    tables: tables.flatMap(others),
    withheld: tables.flatMap((table) => others(table).flatMap((one) => keysAs(one, table, hidden))),
  }
}
