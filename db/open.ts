import { openPostgres } from './dialects/postgres/engine.ts'
import { openSqlite } from './dialects/sqlite/engine.ts'
import type { Engine } from './engine.ts'

/** Opens what DATABASE_URL names: `file:data/liaison.db` or `postgres://…`. */
export function openDatabase(url: string): Engine {
  if (url.startsWith('file:')) return openSqlite(url.slice('file:'.length))
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url)
  throw new Error('DATABASE_URL must begin with file: or postgres://')
}
