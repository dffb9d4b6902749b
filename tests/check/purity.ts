import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Time and chance arrive as arguments; these two files alone ask the machine for them. */
const ALLOWED = new Set(['server/clock.ts', 'server/chance.ts'])
const ASKS_THE_MACHINE =
  /new Date\(\s*\)|\bDate\(\s*\)|\bDate\.now\b|\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\brandomInt\b|getRandomValues|\bperformance\.now\b|\bhrtime\b|Temporal\.Now/

const faults = ['bin', 'server', 'schema', 'db', 'locales']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)).replaceAll('\\', '/')),
  )
  .filter((path) => /\.(ts|js|mjs)$/.test(path) && !ALLOWED.has(path))
  .flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, position) => {
        const found = ASKS_THE_MACHINE.exec(line.replace(/^\s*(\/?\*|\/\/).*/, ''))
        return found ? [`${path}:${position + 1}: ${found[0]} outside of server/clock.ts and server/chance.ts`] : []
      }),
  )

for (const fault of faults) console.error(fault)
process.exit(faults.length > 0 ? 1 : 0)
