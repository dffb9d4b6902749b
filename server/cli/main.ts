import { readFileSync } from 'node:fs'
import { openDatabase } from '../../db/open.ts'
import { addProcedure, seedProcedures } from '../../db/procedure-queries.ts'
import { readProcedure, UnfitData } from '../../db/reference/read.ts'
import { systemClock } from '../clock.ts'
import { readConfig, WrongEnvironment } from '../config.ts'
import { checkProcedure } from '../domain/procedures/check.ts'
import { drawProcedure } from '../domain/procedures/draw.ts'

const HELP = `mekong-liaison <command>

  migrate                 bring the database of DATABASE_URL to this release and seed its procedures
  procedure check FILE    say whether a case could get lost in a procedure
  procedure draw FILE     print a procedure as a Mermaid flow chart
  procedure add FILE      add a procedure version to the database of DATABASE_URL

Exit 0: done, or yes. Exit 1: the answer is no. Exit 2: bad use.
`

class BadUse extends Error {}

const withDatabase = async (use: (engine: ReturnType<typeof openDatabase>) => Promise<number>): Promise<number> => {
  const engine = openDatabase(readConfig(process.env).DATABASE_URL)
  try {
    return await use(engine)
  } finally {
    await engine.close()
  }
}

async function procedure(what: string | undefined, file: string | undefined): Promise<number> {
  if (!file) throw new BadUse('a FILE is needed')
  const text = readFileSync(file, 'utf8')
  const one = readProcedure(text, file)
  if (what === 'draw') {
    process.stdout.write(drawProcedure(one, 'en'))
    return 0
  }
  if (what !== 'check' && what !== 'add') throw new BadUse(`procedure ${what ?? ''} is not a command`)
  const faults = checkProcedure(one)
  for (const { code, at, detail } of faults) console.log(`${at}: ${code} ${detail}`.trimEnd())
  if (faults.length > 0) return 1
  if (what === 'add') return withDatabase((engine) => add(engine, one, text))
  console.log(`${one.id} version ${one.version}: no case can get lost in it`)
  return 0
}

async function add(
  ...[engine, one, text]: [ReturnType<typeof openDatabase>, ReturnType<typeof readProcedure>, string]
) {
  const added = await addProcedure(engine, one, text, systemClock.now())
  console.log(`${one.id} version ${one.version}: ${added}`)
  return added === 'other-content' ? 1 : 0
}

async function migrate(): Promise<number> {
  return withDatabase(async (engine) => {
    await engine.migrate()
    await seedProcedures(engine, systemClock.now())
    console.log('the database is at this release')
    return 0
  })
}

async function run([command, ...rest]: readonly string[]): Promise<number> {
  if (command === '--help' || command === undefined || rest.includes('--help')) {
    process.stdout.write(HELP)
    return command === undefined ? 2 : 0
  }
  if (command === 'migrate') return migrate()
  if (command === 'procedure') return procedure(rest[0], rest[1])
  throw new BadUse(`${command} is not a command`)
}

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    const expected = error instanceof BadUse || error instanceof UnfitData || error instanceof WrongEnvironment
    console.error(expected || isMissingFile(error) ? (error as Error).message : error)
    process.exitCode = error instanceof UnfitData ? 1 : 2
  },
)

const isMissingFile = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.code === 'ENOENT'
