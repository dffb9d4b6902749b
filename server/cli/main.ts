import { parseArgs } from 'node:util'
import { UnfitData } from '../../db/reference/unfit-data.ts'
import { WrongEnvironment } from '../config.ts'
import { StateUnreadable } from '../witness/state-file.ts'
import { BadUse } from './bad-use.ts'
import type { Command, Output } from './command.ts'

// Each is read when it is called: a witness needs no database and no schema in its memory.
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  migrate: async () => (await import('./migrate.ts')).migrate,
  account: async () => (await import('./account.ts')).account,
  procedure: async () => (await import('./procedure.ts')).procedure,
  guard: async () => (await import('./guard.ts')).guard,
  import: async () => (await import('./import.ts')).importCommand,
  retention: async () => (await import('./retention.ts')).retention,
  signer: async () => (await import('./signer.ts')).signer,
  witness: async () => (await import('./witness.ts')).witness,
  'export-log': async () => (await import('./export-log.ts')).exportLogCommand,
  verify: async () => (await import('./verify.ts')).verify,
  demo: async () => (await import('./demo.ts')).demo,
  walkthrough: async () => (await import('./walkthrough.ts')).walkthrough,
}

const HELP = `mekong-liaison COMMAND [options]

  migrate                      bring the database of DATABASE_URL to this release
  account invite|create|revoke   who may come in, and keys
  procedure check|draw|add FILE   the way home under one instrument, as data
  guard [FILE]                 try texts on the guard that every note passes
  import aggregates FILE       national figures from CSV or XLSX, sent with a country's key
  retention                    what is blocked and erased, and when; --run does it now
  signer                       signs checkpoints of the log, in a process of its own
  witness                      watches the log for one country
  export-log                   the log as it was last signed, one entry a line
  verify LOG                   says what was done to an exported log; needs no database
  demo                         a small, fictitious world of six countries (npm run demo)
  walkthrough                  play cases from draft to closure against a running demo (npm run walkthrough)

Each command: --help. --json gives machine output.
Exit 0: done, or yes. Exit 1: the answer is no. Exit 2: bad use.
`

async function run([name, ...rest]: readonly string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === '-h') {
    process.stdout.write(HELP)
    return name === undefined ? 2 : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load) throw new BadUse(`${name} is not a command; mekong-liaison --help lists them`)
  const command = await load()
  const { values, positionals } = parse(command, rest)
  if (values['help'] === true) {
    process.stdout.write(command.help)
    return 0
  }
  return command.run(
    positionals,
    values as Record<string, string | boolean | undefined>,
    outputOf(values['json'] === true),
  )
}

function parse({ options }: Command, args: readonly string[]) {
  try {
    const common = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const
    return parseArgs({ args: [...args], options: { ...options, ...common }, allowPositionals: true })
  } catch (error) {
    throw new BadUse((error as Error).message)
  }
}

const outputOf = (json: boolean): Output => ({
  say: (line) => console.error(line),
  result: (value, text) => console.log(json ? JSON.stringify(value) : text),
})

const isExpected = (error: unknown): error is Error =>
  error instanceof BadUse ||
  error instanceof UnfitData ||
  error instanceof WrongEnvironment ||
  error instanceof StateUnreadable ||
  ['ENOENT', 'EISDIR', 'EACCES', 'EADDRINUSE', 'EPIPE'].includes((error as NodeJS.ErrnoException | null)?.code ?? '')

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(isExpected(error) ? error.message : error)
    process.exitCode = error instanceof UnfitData ? 1 : 2
  },
)
