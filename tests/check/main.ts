import { spawnSync } from 'node:child_process'

/** What CI says, said on a desk: each check by name; all are run, and one that finds something makes the whole red. */
const checks: readonly (readonly [string, string, ...string[]])[] = [
  ['types', 'tsc', '--noEmit'],
  ['format and lint', 'biome', 'check', '.'],
  ['directions of imports', 'depcruise', '.'],
  ['words of the termbase', 'node', 'locales/check-terms.mjs'],
  ['sentences in seven languages', 'node', 'tests/check/languages.ts'],
  ['labels in seven languages', 'node', 'tests/check/labels.ts'],
  ['time and chance', 'node', 'tests/check/purity.ts'],
  ['public contract', 'node', 'tests/check/contract.ts'],
  ['rules of access', 'node', 'tests/check/access.ts'],
  ['migrations', 'node', 'tests/check/migrations.ts'],
  ['dead code', 'knip'],
]

const red = checks.filter(([name, command, ...given]) => {
  console.log(`== ${name}`)
  return spawnSync(command, given, { stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0
})
if (red.length > 0) console.error(`red: ${red.map(([name]) => name).join(', ')}`)
process.exit(red.length > 0 ? 1 : 0)
