import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openPostgres } from '../../db/dialects/postgres/engine.ts'
import { openSqlite } from '../../db/dialects/sqlite/engine.ts'
import { seedProcedures } from '../../db/procedure-queries.ts'
import { START } from '../support/engines.ts'
import { freshDatabase } from '../support/postgres-database.ts'
import { send, WayHome } from '../support/way-home.ts'

// What an attacker with the database's password would try; the journal stays as it was written.
const ATTACKS = [
  "update journal set kind = 'closeCase'",
  "update journal set leaf = 'x' where id in (select id from journal limit 1)",
  'delete from journal',
  "update agenda_items set owed_by = 'TH'",
  'delete from agenda_items',
  "update acts set result = 'approved'",
  "update journal_content set content = '{}'",
  "update journal_parts set content = '{}'",
  "update disclosures set role = 'focal'",
  'delete from disclosures',
  "update erasures set why = 'request'",
  'delete from erasures',
  "update statistics set sex = 'male'",
  'delete from statistics',
  "update log_leaves set hashes = 'x'",
  'delete from log_leaves',
  "update checkpoints set note = 'x'",
  'delete from checkpoints',
  "update cosignatures set line = 'x'",
  'delete from cosignatures',
]
/** What came to the senior officials is as permanent as the journal. */
const AGENDA_ITEM =
  "insert into agenda_items values ('of nobody', 'TH', 'LA', 'acknowledge-request', 'LA', '2026-04-02')"
/** And who read, what was erased, what was counted. */
const PERMANENT = [
  AGENDA_ITEM,
  "insert into disclosures values ('1', 'a case', 'nobody', 'th-datip', 'TH', 'focal', 'case', 'oversight', '2026', 'TH', null)",
  "insert into erasures values ('1', '2026', 'retention', 'TH', 'LA', '{}', 0, 'hash')",
  "insert into statistics values ('1', 'TH', 'LA', '2026-Q1', 'age-25-34', 'female', '[]', null, 'ordinary', 'FOLLOW_UP', 'refused', 3, 'milestone', 'closed', null, 9, null)",
  "insert into log_leaves values (0, 'an entry', 'hash')",
  "insert into checkpoints values (1, 'root', '2026', 'key', 'note')",
  "insert into cosignatures values (1, 'TH', 'key', 'line', '2026')",
]
const KEPT = 'select (select count(*) from journal) as journal, (select count(*) from agenda_items) as agenda'
const inItsTable = (attack: string): RegExp =>
  new RegExp(`history is kept: ${/(?:update|from|truncate) (\w+)/.exec(attack)?.[1]}`)

describe('history is kept on sqlite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'history-'))
  let raw: Database.Database
  beforeAll(async () => {
    const engine = openSqlite(join(folder, 'liaison.db'))
    await engine.migrate()
    await seedProcedures(engine, START)
    await send(await WayHome.open(engine), 'TH', 'LA')
    await engine.close()
    raw = new Database(join(folder, 'liaison.db'))
    for (const row of PERMANENT) raw.exec(row)
  })
  afterAll(() => {
    raw.close()
    rmSync(folder, { recursive: true })
  })

  test.each(ATTACKS)('%s', (attack) => {
    expect(() => raw.exec(attack)).toThrow(inItsTable(attack))
    expect(raw.prepare(KEPT).get()).toEqual({ journal: 4, agenda: 1 })
  })
  test('INSERT OR REPLACE does not walk past the triggers', () => {
    raw.pragma('recursive_triggers = ON')
    const row = raw.prepare('select * from journal limit 1').get() as { id: string; at: string }
    const replace = raw.prepare("insert or replace into journal (id, kind, at, leaf) values (?, 'closeCase', ?, 'x')")
    expect(() => replace.run(row.id, row.at)).toThrow(/journal/)
    expect(() => raw.exec(AGENDA_ITEM.replace('insert', 'insert or replace'))).toThrow(/agenda_items/)
  })
})

describe('history is kept on postgres', () => {
  let raw: Client
  let drop: () => Promise<void>
  beforeAll(async () => {
    const fresh = await freshDatabase(inject('postgresUrl'))
    const engine = openPostgres(fresh.url)
    await engine.migrate()
    await seedProcedures(engine, START)
    await send(await WayHome.open(engine), 'TH', 'LA')
    await engine.close()
    raw = new Client({ connectionString: fresh.url })
    await raw.connect()
    for (const row of PERMANENT) await raw.query(row)
    drop = fresh.drop
  })
  afterAll(async () => {
    await raw.end()
    await drop()
  })

  test.each([
    ...ATTACKS,
    'truncate journal cascade',
    'truncate agenda_items',
    'truncate disclosures',
    'truncate erasures',
    'truncate statistics',
    'truncate log_leaves',
    'truncate checkpoints cascade',
    'truncate cosignatures',
  ])('%s', async (attack) => {
    await expect(raw.query(attack)).rejects.toThrow(inItsTable(attack))
    expect((await raw.query(KEPT)).rows).toEqual([{ journal: '4', agenda: '1' }])
  })
})
