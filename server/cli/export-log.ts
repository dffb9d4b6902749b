import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { countryCodes } from '../domain/kernel/country.ts'
import { type ExportFor, exportLog } from '../services/log/export.ts'
import { BadUse } from './bad-use.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'
import { withProgress } from './progress.ts'

export const exportLogCommand: Command = {
  help: `mekong-liaison export-log [--for COUNTRY | --content] [--out FILE]

Writes the log of the database of DATABASE_URL as it was last signed, one JSON object a line: first the checkpoint, then
every entry. Left out: id, kind, time and commitment of each. For auditors of the hub.

  --for COUNTRY   what one country may have: its own acts with their content, and of all others place and hash alone
  --content       content, parts and salts of all that was not erased: what the database itself holds
  --out FILE      to a file, readable by its owner alone, instead of the standard output

\`verify\` reads it. Exit 1: nothing was signed yet.
`,
  options: { for: { type: 'string' }, content: { type: 'boolean', default: false }, out: { type: 'string' } },
  run(_rest, { for: country, content, out }, { say }) {
    const reader = readerOf(country, content === true)
    return withDatabase(async (engine) => {
      const lines = await exportLog(engine, reader)
      if (!lines) {
        say('nothing of the log was signed yet: start the signer')
        return 1
      }
      const told = withProgress(lines, say, (count) => `${count} lines written`)
      const to = out === undefined ? process.stdout : createWriteStream(String(out), { mode: 0o600 })
      await pipeline(textsOf(told), to, { end: out !== undefined })
      return 0
    })
  },
}

function readerOf(country: unknown, content: boolean): ExportFor {
  if (country === undefined) return content ? 'all' : 'rows'
  const known = countryCodes.find((one) => one === country)
  if (!known || content) throw new BadUse(`export-log: --content, or --for with one of ${countryCodes.join(', ')}`)
  return known
}

async function* textsOf(lines: AsyncIterable<object>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`
}
