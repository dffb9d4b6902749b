import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Engine } from '../../db/engine.ts'
import { openDatabase } from '../../db/open.ts'
import { readConfig } from '../config.ts'

/** Opens the database of DATABASE_URL for one command, and closes it whatever happens. */
export async function withDatabase(use: (engine: Engine) => Promise<number>): Promise<number> {
  const engine = openAt(readConfig(process.env).DATABASE_URL)
  try {
    return await use(engine)
  } finally {
    await engine.close()
  }
}

/** Opens a database; the folder of a file is made where it is missing. */
export function openAt(url: string): Engine {
  if (url.startsWith('file:')) mkdirSync(dirname(url.slice('file:'.length)), { recursive: true })
  return openDatabase(url)
}
