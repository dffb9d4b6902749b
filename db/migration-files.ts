import { readFileSync } from 'node:fs'

/** How many migrations this release ships for an engine. */
export function migrationCount(engine: 'sqlite' | 'postgres'): number {
  const journal = new URL(`./migrations/${engine}/meta/_journal.json`, import.meta.url)
  return (JSON.parse(readFileSync(journal, 'utf8')) as { entries: unknown[] }).entries.length
}
