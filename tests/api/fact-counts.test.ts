import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSqlite } from '../../db/dialects/sqlite/engine.ts'
import type { Engine } from '../../db/engine.ts'
import { factCounts } from '../../db/fact-counts.ts'
import { seedProcedures } from '../../db/procedure-queries.ts'
import type { FactKind } from '../../server/domain/statistics/fact.ts'
import { engineKinds, openEngine, START } from '../support/engines.ts'
import { send, WayHome } from '../support/way-home.ts'

/** A file, which the thread that counts opens for itself. */
async function openFile(): Promise<{ engine: Engine; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'facts-'))
  const engine = openSqlite(join(folder, 'liaison.db'))
  await engine.migrate()
  await seedProcedures(engine, START)
  return {
    engine,
    close: async () => {
      await engine.close()
      rmSync(folder, { recursive: true })
    },
  }
}

describe.each([...engineKinds, 'sqlite in a file'] as const)('facts are counted on %s', (kind) => {
  let open: { engine: Engine; close: () => Promise<void> }
  let way: WayHome
  beforeAll(async () => {
    open = kind === 'sqlite in a file' ? await openFile() : await openEngine(kind)
    way = await WayHome.open(open.engine)
    for (const [from, to] of [
      ['TH', 'LA'],
      ['TH', 'LA'],
      ['CN', 'VN'],
    ] as const)
      await send(way, from, to)
    await send(way, 'TH', 'LA', { sex: 'male', exploitation: ['sexual-exploitation', 'debt-bondage'] })
  })
  afterAll(() => open.close())

  test('those that are alike are one row, of the kind and the quarters asked for', async () => {
    const [sent = []] = await open.engine.scan([
      factCounts(all('milestone', 'sent'), ['name', 'requestingCountry', 'sex', 'exploitation']),
    ])
    const told = sent.map(({ name, requestingCountry, sex, exploitation, count }) => ({
      name,
      requestingCountry,
      sex,
      exploitation,
      count,
    }))
    expect(told).toHaveLength(3)
    expect(told).toEqual(
      expect.arrayContaining([
        { name: 'sent', requestingCountry: 'TH', sex: 'female', exploitation: ['forced-labour'], count: 2 },
        { name: 'sent', requestingCountry: 'CN', sex: 'female', exploitation: ['forced-labour'], count: 1 },
        {
          name: 'sent',
          requestingCountry: 'TH',
          sex: 'male',
          exploitation: ['debt-bondage', 'sexual-exploitation'],
          count: 1,
        },
      ]),
    )
    const [later, reviews = [], abroad = []] = await open.engine.scan([
      factCounts({ ...all('milestone', null), from: '2026-Q2', to: '2027-Q4' }, ['name']),
      factCounts(all('step', 'reviewRequest'), ['kept', 'days']),
      factCounts({ ...all('milestone', 'sent'), corridor: { requestingCountry: 'CN', countryOfReturn: 'VN' } }, []),
    ])
    expect(later).toEqual([])
    expect(reviews.reduce((sum, { count }) => sum + count, 0)).toBe(4)
    expect(reviews[0]).toMatchObject({ days: 0, kept: expect.toSatisfy(isFlag) })
    expect(abroad).toEqual([{ count: 1 }])
  })
})

const all = (kind: FactKind, name: string | null) => ({ kind, name, from: '2026-Q1', to: '2026-Q1', corridor: null })

const isFlag = (kept: unknown): boolean => kept === null || typeof kept === 'boolean'
