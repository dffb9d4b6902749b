import { beforeAll, describe, expect, test } from 'vitest'
import { readProtectionRules } from '../../db/reference/protection-rules.ts'
import { loadLinearSolver } from '../../server/adapters/linear-programme.ts'
import type { LinearSolver } from '../../server/domain/reports/protection/linear-solver.ts'
import { protect } from '../../server/domain/reports/protection/protect.ts'
import type { ReleasableTable, ShownCell } from '../../server/domain/reports/protection/releasable-table.ts'
import type { Release } from '../../server/domain/reports/protection/releases.ts'
import { audiences } from '../../server/domain/reports/protection/rules.ts'
import { CountedWorld } from '../support/counted-world.ts'
import { runs, seed } from '../support/sample.ts'
import { sensitiveSums } from '../support/sensitive-sums.ts'
import { TableReader } from '../support/table-reader.ts'

const rules = readProtectionRules()
let solver: LinearSolver
beforeAll(async () => {
  solver = await loadLinearSolver()
})

/** Releases what the world has to tell, one after another: the tables handed out, and how many releases were refused. */
function released(world: CountedWorld): { readonly tables: readonly ReleasableTable[]; readonly refused: number } {
  const earlier: Release[] = []
  const handedOut: ReleasableTable[] = []
  for (const { audience, tables } of world.releases) {
    const answer = protect({ audience, dimensions: world.dimensions, tables, earlier }, rules, solver)
    if (answer.kind === 'refused') continue
    earlier.push(answer.release)
    handedOut.push(...answer.tables)
  }
  return { tables: handedOut, refused: world.releases.length - earlier.length }
}

/** How many sums were audited, and which of them a reader of each audience can compute too closely. */
async function audit(world: CountedWorld, tables: readonly ReleasableTable[]) {
  const exposed: string[] = []
  let audited = 0
  for (const audience of audiences) {
    // What a table that was withheld as a whole would have named is in no table.
    const seen = tables.filter(
      (table) => !table.isWithheld && (audience === 'governments' || table.audience === 'public'),
    )
    const { threshold, interval } = rules[audience]
    const sums = sensitiveSums(world, seen, threshold.count)
    const reader = await TableReader.of(world.dimensions, seen, world.measure.cumulative)
    for (const sum of sums) {
      const [least, most] = reader.rangeOf(sum)
      if (most - least < interval.width) exposed.push(JSON.stringify({ audience, sum, least, most }))
    }
    reader.end()
    audited += sums.length
  }
  return { audited, exposed }
}

describe(`linked tables of a random world, released one after another (SEED=${seed})`, () => {
  test('let nobody compute a cell closer than its protection interval', async () => {
    const tally = { worlds: 0, releases: 0, refused: 0, tables: 0, whole: 0, cells: 0, withheld: 0, audited: 0 }
    const givenAway: string[] = []
    for (let run = 0; run < runs(60, 2000); run += 1) {
      const world = new CountedWorld(seed + run)
      const { tables, refused } = released(world)
      const { audited, exposed } = await audit(world, tables)
      if (exposed.length > 0) givenAway.push(`SEED=${seed + run}: ${exposed.join(', ')}`)
      const cells = tables.flatMap((table) => table.cells)
      tally.worlds += 1
      tally.releases += world.releases.length
      tally.refused += refused
      tally.tables += tables.length
      tally.whole += tables.filter(({ isWithheld }) => isWithheld).length
      tally.cells += cells.length
      tally.withheld += cells.filter(({ count }) => count === null).length
      tally.audited += audited
    }
    console.log(JSON.stringify(tally), ...givenAway)
    expect(givenAway).toEqual([])
    expect(tally.refused).toBeLessThan(tally.releases * 0.1)
    expect(tally.withheld).toBeLessThan(tally.cells * 0.7)
  })
})

describe('the audit of this proof finds', () => {
  const worlds = Array.from({ length: 32 }, (_, index) => new CountedWorld(index + 1))
  const countOf = (world: CountedWorld, table: ReleasableTable, { where }: ShownCell) =>
    world.count(table.snapshot, where)
  const showing = (table: ReleasableTable, cells: readonly ShownCell[]) => ({ ...table, cells }) as ReleasableTable

  test('tables in which small cells alone are withheld', async () => {
    let found = 0
    for (const world of worlds) {
      const bare = released(world).tables.map((table) => {
        const { count: threshold } = rules[table.audience].threshold
        return showing(
          table,
          table.cells.map((cell) => {
            const count = countOf(world, table, cell)
            return { ...cell, count: count > 0 && count < threshold ? null : count }
          }),
        )
      })
      if ((await audit(world, bare)).exposed.length > 0) found += 1
    }
    expect(found).toBeGreaterThan(worlds.length / 4)
  })

  test('one cell too many that is shown', async () => {
    let [tried, found] = [0, 0]
    for (const world of worlds) {
      const { tables } = released(world)
      const isExtra = (table: ReleasableTable, cell: ShownCell) =>
        cell.count === null && countOf(world, table, cell) >= rules.public.threshold.count
      const at = tables.findIndex((table) => table.cells.some((cell) => isExtra(table, cell)))
      const table = tables[at]
      if (!table) continue
      const place = table.cells.findIndex((cell) => isExtra(table, cell))
      const cell = table.cells[place] as ShownCell
      const opened = showing(table, table.cells.with(place, { ...cell, count: countOf(world, table, cell) }))
      tried += 1
      if ((await audit(world, tables.with(at, opened))).exposed.length > 0) found += 1
    }
    expect(tried).toBeGreaterThan(3)
    expect(found).toBeGreaterThan(tried / 2)
  })
})
