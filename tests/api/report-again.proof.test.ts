import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Engine } from '../../db/engine.ts'
import { loadLinearSolver } from '../../server/adapters/linear-programme.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import { figureShares } from '../../server/domain/reports/figures/figures-of.ts'
import { dueDimension } from '../../server/domain/reports/figures/open-steps.ts'
import { periodDimension } from '../../server/domain/reports/figures/period.ts'
import { auditOf } from '../../server/domain/reports/protection/audit.ts'
import { cellKey, type Where } from '../../server/domain/reports/protection/cell.ts'
import { type CountTable, refOf } from '../../server/domain/reports/protection/count-table.ts'
import { linkCells } from '../../server/domain/reports/protection/linked-cells.ts'
import { sensitiveCells } from '../../server/domain/reports/protection/sensitivity.ts'
import { pairsOf } from '../../server/domain/reports/protection/shares.ts'
import type { ReportContent } from '../../server/domain/reports/report.ts'
import { type FileFormat, fileFormats } from '../../server/domain/reports/report-entry.ts'
import { dimensionsIn } from '../../server/services/reports/figure-codes.ts'
import { Api, type Looked } from '../support/api.ts'
import { sampledEngines } from '../support/engines.ts'
import { FiguresDesk } from '../support/figures-desk.ts'
import { heldBy, tableShown } from '../support/figures-shown.ts'
import { releasesIn } from '../support/report-store.ts'
import { seed } from '../support/sample.ts'
import { playSecondQuarter } from '../support/second-quarter.ts'
import { ServiceProcess } from '../support/service-process.ts'
import type { SmallWorld } from '../support/small-world.ts'
import { type StoreOnDisk, storeOnDisk } from '../support/store-files.ts'
import type { Sum } from '../support/table-reader.ts'
import { at, WayHome } from '../support/way-home.ts'

const YEAR = { year: 2026 }
const DIFFERENCES = `query ($id: ID!) { node(id: $id) { ... on Report { previous { id } hash
  differences { what in where { dimension category } was is } } } }`
const ASK = `mutation ($input: MakeReportFileInput!) { makeReportFile(input: $input) { reportFile { id } problems { code } } }`
const FETCH = `query ($id: ID!) { node(id: $id) { ... on ReportFile { making { state } download { path } } } }`

/** Every format, those with words in one language and in two. */
const wanted: readonly (readonly [FileFormat, readonly Language[]])[] = [
  ...(['pdf', 'docx', 'xlsx'] as const).flatMap((format) =>
    ([['en'], ['km', 'my']] as const).map((languages) => [format, languages] as const),
  ),
  ...[['csv', []] as const, ['json', []] as const],
]
const nameOf = ([format, languages]: (typeof wanted)[number]) => [format, ...languages].join(' ')

/** A report at one moment of the running year. */
interface Drafted {
  readonly id: string
  readonly content: ReportContent
  readonly told: Looked
}

describe.each(sampledEngines)(`a report made again (SEED=${seed}), on %s`, (kind) => {
  let store: StoreOnDisk
  let api: Api
  /** Published: a summary, because its pages are few. */
  let summary: string
  let files: ReadonlyMap<string, Buffer>
  /** Of the same year: published; after one request more; after six more. */
  let first: Drafted
  let second: Drafted
  let third: Drafted
  beforeAll(async () => {
    store = await storeOnDisk(kind)
    api = await Api.on(store)
    const desk = new FiguresDesk(api)
    const world = await playSecondQuarter(await WayHome.open(api.engine))
    first = await drafted(desk, world, '2026-07-01T06:00:00.000Z', async (id) => {
      await desk.clear(id)
      await desk.publish(id)
    })
    summary = await desk.draft({ kind: 'IMM_SUMMARY', ...YEAR })
    await desk.clear(summary)
    await desk.publish(summary)
    files = await everyFile(summary)
    world.at('2026-07-01T07:00:00.000Z')
    await world.send('E', 1)
    second = await drafted(desk, world, '2026-07-01T08:00:00.000Z')
    await world.send('F', 6)
    third = await drafted(desk, world, '2026-07-01T09:00:00.000Z')
  })
  afterAll(() => api.close())

  const everyFile = async (report: string): Promise<ReadonlyMap<string, Buffer>> => {
    const made = new Map<string, Buffer>()
    for (const one of wanted) made.set(nameOf(one), await new FiguresDesk(api).file(report, ...one))
    return made
  }
  const expectSame = (name: string, bytes: Buffer) => {
    expect(bytes.equals(files.get(name) ?? Buffer.of()), name).toBe(true)
  }

  test('is the same bytes in five formats, in one language and in two, also once cases have changed', async () => {
    expect(new Set(wanted.map(([format]) => format))).toEqual(new Set(fileFormats))
    expect(new Set([...files.values()].map((bytes) => bytes.toString('base64'))).size).toBe(wanted.length)
    for (const [name, bytes] of await everyFile(summary)) expectSame(name, bytes)
    expect(JSON.parse((await new FiguresDesk(api).file(first.id, 'json')).toString('utf8')).content).toEqual(
      first.content,
    )
  })

  test('is the same bytes when another process makes it, by another clock and in another zone', async () => {
    const there = await ServiceProcess.start(store.url, api.service.secret, { TZ: 'Pacific/Apia' })
    const headers = { authorization: `Bearer ${await api.keyOf('secretariat')}`, 'content-type': 'application/json' }
    const ask = async (query: string, variables: object): Promise<Looked> => {
      const body = JSON.stringify({ query, variables })
      const answer = await fetch(`${there.url}/graphql`, { method: 'POST', headers, body })
      return ((await answer.json()) as Looked).data
    }
    for (const one of wanted) {
      const [format, languages] = one
      const input = { report: summary, format: format.toUpperCase(), languages }
      const made = await ask(ASK, { input: { ...input, idempotencyKey: api.idempotencyKey() } })
      const { id } = made.makeReportFile.reportFile
      const state = async () => (await ask(FETCH, { id })).node.making.state
      await expect.poll(state, { timeout: 60_000, interval: 100 }).toBe('MADE')
      const { path } = (await ask(FETCH, { id })).node.download
      expectSame(nameOf(one), Buffer.from(await (await fetch(`${there.url}${path}`)).arrayBuffer()))
    }
    await there.kill()
  })

  test('differs once one case has changed, and a draft says in which cells', () => {
    expect(second.told.previous.id).toBe(first.id)
    expect(second.told.hash).not.toBe(first.told.hash)
    // A boy from Myanmar to Thailand was sent, and his request is open; the number of open ones stands beside medians too.
    expect(placesIn(second)).toEqual([
      ...['acknowledge-open', 'durations', 'sent-by-corridor', 'sent-by-exploitation'],
      ...['sent-by-sector', 'sent-by-sex-and-age'],
    ])
    expect(cellsIn(second)).toEqual(changedCells(first.content, second.content))
    // Who knew that there were 43 and heard of 44 would know of the one.
    expect(cellsIn(second)).toContainEqual(['sent-by-corridor', {}, 43, null])
  })

  test('shows six more persons, and still not the one', () => {
    expect(cellsIn(third)).toEqual(changedCells(second.content, third.content))
    const sent = (report: Drafted, requestingCountry: string, countryOfReturn: string) =>
      tableIn(report, 'sent-by-corridor')?.cells.find(
        ({ where }) => where['requestingCountry'] === requestingCountry && where['countryOfReturn'] === countryOfReturn,
      )?.count
    const three = [first, second, third]
    expect(three.map((one) => sent(one, 'TH', 'LA'))).toEqual([31, 31, 37])
    expect(three.map((one) => sent(one, 'MM', 'TH'))).toEqual([null, null, null])
  })

  test('nobody reckons from all three together what they withhold, nor how few were added', async () => {
    const releases = await ofProgress(api.engine)
    const { threshold, interval } = api.service.world.protection.governments
    let audited = 0
    for (const { id } of first.content.figures.tables) {
      const shown = [first, second, third].flatMap((report) => tableIn(report, id) ?? [])
      const counted = releases.flatMap(({ tables }) => tables.filter((table) => table.id === id))
      expect([shown.length, counted.length]).toEqual([3, 3])
      const reader = await heldBy(shown.map(tableShown), counted[0]?.measure.cumulative)
      for (const [sum, truth] of sumsOf(counted)) {
        if (truth === 0 || Math.abs(truth) >= threshold.count) continue
        audited += 1
        const [least, most] = reader.range(sum)
        expect(most - least, `${id} ${JSON.stringify(sum)}`).toBeGreaterThanOrEqual(interval.width)
      }
      reader.end()
    }
    expect(audited).toBeGreaterThan(100)
  })

  test('nor does the audit of disclosure control find any, over all tables at once', async () => {
    const releases = await releasesIn(api.engine)
    const last = releases.at(-1)
    if (releases.length !== 4 || !last) throw new Error('four reports were made')
    const dimensions = [...Object.values(dimensionsIn(api.service.world)), dueDimension, periodDimension]
    const byName = new Map(dimensions.map((dimension) => [dimension.name, dimension]))
    const solver = await loadLinearSolver()
    const earlier = releases.slice(0, -1)
    const all = releases.flatMap(({ tables }) => tables)
    const pairs = pairsOf(figureShares, all, (table) => table)
    const linked = linkCells('governments', byName, { earlier, tables: last.tables, pairs }, solver)
    const needs = sensitiveCells(linked, api.service.world.protection.governments)
    expect(needs.size).toBeGreaterThan(50)
    expect(auditOf(linked, needs, new Set(last.withheld), solver).unmet()).toEqual([])
    // It finds them where small cells alone are withheld.
    const small = last.tables.flatMap((table) =>
      table.cells.filter(({ count }) => count > 0 && count < 5).map(({ where }) => cellKey(refOf(table, where))),
    )
    expect(auditOf(linked, needs, new Set(small), solver).unmet().length).toBeGreaterThan(0)
  })
})

async function drafted(
  desk: FiguresDesk,
  world: SmallWorld,
  instant: string,
  then: (id: string) => Promise<void> = async () => {},
): Promise<Drafted> {
  world.at(instant)
  desk.api.clock.set(at(instant))
  const id = await desk.draft({ kind: 'SOM_PROGRESS', ...YEAR })
  const { data } = await desk.api.ask(await desk.api.keyOf('secretariat'), DIFFERENCES, { id })
  await then(id)
  return { id, told: data.node, content: JSON.parse((await desk.file(id, 'json')).toString('utf8')).content }
}

const tableIn = ({ content }: Drafted, id: string) => content.figures.tables.find((table) => table.id === id)

type Changed = readonly [table: string, where: Where, was: number | null, is: number | null]
const placesIn = ({ told }: Drafted): readonly string[] =>
  [...new Set<string>(told.differences.map((one: Looked) => one.in))].toSorted()
/** Cells that the report says differ; the period holds of all of them. */
const cellsIn = ({ told }: Drafted): readonly Changed[] =>
  told.differences
    .filter(({ what }: Looked) => what === 'CELL')
    .map(({ in: table, where, was, is }: Looked) => [
      table,
      withoutPeriod(Object.fromEntries(where.map(({ dimension, category }: Looked) => [dimension, category]))),
      was,
      is,
    ])
const withoutPeriod = ({ period: _period, ...where }: Where): Where => where

/** Cells that differ between two contents, looked for one by one. */
const changedCells = (older: ReportContent, newer: ReportContent): readonly Changed[] =>
  newer.figures.tables.flatMap(({ id, cells }, table) =>
    cells.flatMap(({ where, count }, place): Changed[] => {
      const was = older.figures.tables[table]?.cells[place]?.count ?? null
      return was === count ? [] : [[id, withoutPeriod(where), was, count]]
    }),
  )

/** What was released with the progress reports, and not with the summary. */
const ofProgress = async (engine: Engine) =>
  (await releasesIn(engine)).filter(({ tables }) => tables.some(({ id }) => id === 'sent-by-sector'))

/** Every cell at every snapshot, and its change between two of them, with what is true of it. */
function sumsOf(tables: readonly CountTable[]): readonly (readonly [Sum, number])[] {
  return tables.flatMap((table, index) =>
    table.cells.flatMap(({ where, count }, place) => {
      const now = { snapshot: table.snapshot, where, sign: 1 } as const
      const since = tables
        .slice(0, index)
        .map((earlier): readonly [Sum, number] => [
          [now, { snapshot: earlier.snapshot, where, sign: -1 }],
          count - (earlier.cells[place]?.count ?? 0),
        ])
      return [[[now], count] as const, ...since]
    }),
  )
}
