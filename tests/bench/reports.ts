import { closeSync, fsyncSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Instant } from '../../server/domain/kernel/instant.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { copyIntoPostgres } from './copy-store.ts'
import { measureReports } from './making-reports.ts'
import { makeOfficers, makeSecretary } from './officers.ts'
import type { Line } from './report.ts'
import { reportLines } from './report-lines.ts'
import { fill, makeDatabase } from './seed.ts'
import { fillFacts } from './seed-facts.ts'
import type { Templates } from './templates.ts'

/** Reports of a year over a store of their own, with the statistics of two years; the same on both engines. */
export async function reportsOver(
  folder: string,
  templates: Templates,
  start: Instant,
  cases: number,
  rounds: number,
): Promise<readonly Line[]> {
  const path = join(folder, 'reports.db')
  await makeDatabase(path, start)
  const officers = await makeOfficers(path)
  const key = await makeSecretary(path)
  fill(path, templates, start, { mixed: cases })
  fillFacts(path, templates, start.slice(0, 10), cases)
  onDisk(path)
  const year = Number(start.slice(0, 4))
  const postgres = await startPostgres({ durable: true })
  try {
    await copyIntoPostgres(path, postgres.url)
    const on = (store: string) => measureReports({ size: cases, path: store, officers }, key, year, rounds)
    return [...reportLines('SQLite', await on(path)), ...reportLines('PostgreSQL', await on(postgres.url))]
  } finally {
    await postgres.stop()
  }
}

/** Filling left it to the system; else the first commits of the service would wait for all of it. */
function onDisk(path: string): void {
  const file = openSync(path, 'r+')
  fsyncSync(file)
  closeSync(file)
}
