import { spawnSync } from 'node:child_process'

/** Runs `mekong-liaison …` in a process of its own. */
export function runCommand(given: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['server/cli/main.ts', ...given], {
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  })
  return { code: status, stdout, stderr }
}
