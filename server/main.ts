import { accountKinds } from '../db/account-queries.ts'
import type { Engine } from '../db/engine.ts'
import { markOf } from '../db/mark-queries.ts'
import { openDatabase } from '../db/open.ts'
import { buildApp } from './app.ts'
import { systemClock } from './clock.ts'
import { DEFAULT_SECRET, readConfig, readProviders, WrongEnvironment } from './config.ts'
import { startTimer } from './jobs/timer.ts'
import { keepersOf, readsSigningKey } from './keepers.ts'
import { openService } from './services/service.ts'

/** Why production does not start; one clear sentence each. */
class WillNotStart extends Error {}

async function checkStore(engine: Engine): Promise<void> {
  if (!(await engine.isMigrated()))
    throw new WillNotStart(
      'The tables of DATABASE_URL are not those of this release: run `npx mekong-liaison migrate`.',
    )
  if ((await markOf(engine, 'demo')) !== null || (await accountKinds(engine)).demo)
    throw new WillNotStart('DATABASE_URL holds a demo with demo accounts: production needs a database of its own.')
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const providers = readProviders(process.env)
  if (config.SESSION_SECRET === DEFAULT_SECRET)
    throw new WillNotStart('SESSION_SECRET is not set: give at least 32 random characters, and keep them.')
  if (readsSigningKey(process.env['SIGNING_KEY_FILE']))
    throw new WillNotStart('SIGNING_KEY_FILE can be read by the service: only the signer may, under a user of its own.')
  const keepers = keepersOf(config)
  const engine = openDatabase(config.DATABASE_URL)
  try {
    await checkStore(engine)
  } catch (error) {
    await engine.close()
    throw error
  }
  const service = await openService(engine, systemClock, config.SESSION_SECRET)
  const app = buildApp(service, config, undefined, providers)
  service.log.connect(keepers)
  service.log.start((error) => app.log.error({ err: error }, 'the log was not kept'))
  service.reports.start(service, (error) => app.log.error({ err: error }, 'a report was not made'))
  const stopTimer = startTimer(service, (error) => app.log.error({ err: error }, 'a job failed'))
  await app.listen({ host: config.HOST, port: config.PORT })
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      stopTimer()
      // What was asked is answered first; then the store is closed.
      void app
        .close()
        .then(() => service.log.stop())
        .then(() => engine.close())
    })
}

start().catch((error: unknown) => {
  const said = error instanceof WillNotStart || error instanceof WrongEnvironment
  console.error(said ? error.message : error)
  process.exitCode = 1
})
