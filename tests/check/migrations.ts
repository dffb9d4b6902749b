import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'

/** The migrations give the tables: generating once more, on a copy, must add nothing. */
const copy = mkdtempSync(join(tmpdir(), 'migrations-'))
let red = false
for (const [engine, dialect] of [
  ['sqlite', 'sqlite'],
  ['postgres', 'postgresql'],
] as const) {
  const out = join(copy, engine)
  cpSync(`db/migrations/${engine}`, out, { recursive: true })
  const before = readdirSync(out).length
  const schema = `./db/dialects/${engine}/tables.ts`
  // drizzle-kit takes a path from here, not an absolute one.
  const given = ['generate', '--dialect', dialect, '--schema', schema, '--out', relative('.', out)]
  const { status, stdout, stderr } = spawnSync('drizzle-kit', given, {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status !== 0) console.error(`${engine}: ${stdout}${stderr}`)
  const added = readdirSync(out).length - before
  if (added > 0) console.error(`${engine}: the tables changed without a migration (npm run db:generate)`)
  red ||= added > 0 || status !== 0
}
rmSync(copy, { recursive: true })
process.exit(red ? 1 : 0)
