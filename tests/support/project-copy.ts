import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

const NOT_COPIED = new Set(['node_modules', '.git', 'data', 'coverage'])

/** A copy of the sources in which a test can plant a fault; packages are shared with the project. */
export class ProjectCopy {
  readonly folder = mkdtempSync(join(tmpdir(), 'project-'))
  constructor() {
    for (const name of readdirSync('.'))
      if (!NOT_COPIED.has(name)) cpSync(name, join(this.folder, name), { recursive: true })
    symlinkSync(join(process.cwd(), 'node_modules'), join(this.folder, 'node_modules'), 'junction')
  }
  /** Runs a command as an npm script would; exit code and all it said. */
  run(command: string, ...given: string[]): { readonly code: number | null; readonly said: string } {
    const path = `${join(this.folder, 'node_modules', '.bin')}${delimiter}${process.env['PATH']}`
    const { status, stdout, stderr } = spawnSync(command, given, {
      cwd: this.folder,
      env: { ...process.env, PATH: path },
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    return { code: status, said: `${stdout}${stderr}` }
  }
  remove(): void {
    rmSync(this.folder, { recursive: true })
  }
}
