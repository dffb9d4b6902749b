import type { Engine } from '../../db/engine.ts'
import { openDatabase } from '../../db/open.ts'
import { readConfig } from '../config.ts'

/** Opens the database of DATABASE_URL for one command, and closes it whatever happens. */
export async function withDatabase(use: (engine: Engine) => Promise<number>): Promise<number> {
  const engine = openDatabase(readConfig(process.env).DATABASE_URL)
  try {
    return await use(engine)
  } finally {
    await engine.close()
  }
}
