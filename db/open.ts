import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { openPostgres } from './dialects/postgres/engine.ts'
import { openSqlite } from './dialects/sqlite/engine.ts'
import type { Engine } from './engine.ts'

/** Opens what DATABASE_URL names: `file:data/liaison.db` or `postgres://…`. The folder of a file is made where it is missing. */
export function openDatabase(url: string): Engine {
  if (url.startsWith('file:')) {
    const path = url.slice('file:'.length)
    mkdirSync(dirname(path), { recursive: true })
    // Where the file is written anew, its copy lies beside it for that long, and on no other disk.
    process.env['SQLITE_TMPDIR'] ??= dirname(path)
    return openSqlite(path)
  }
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url)
  throw new Error('DATABASE_URL must begin with file: or postgres://')
}
