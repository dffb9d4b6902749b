import { seedProcedures } from '../../db/procedure-queries.ts'
import { systemClock } from '../clock.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'

export const migrate: Command = {
  help: `mekong-liaison migrate    bring the database of DATABASE_URL to this release and seed its procedures

Safe to run again: what is there stays as it is.
`,
  options: {},
  run: (_rest, _options, { result }) =>
    withDatabase(async (engine) => {
      await engine.migrate()
      await seedProcedures(engine, systemClock.now())
      result({ migrated: true }, 'the database is at this release')
      return 0
    }),
}
