import { readFileSync } from 'node:fs'
import { addProcedure } from '../../db/procedure-queries.ts'
import { readProcedure } from '../../db/reference/read.ts'
import { systemClock } from '../clock.ts'
import { languages } from '../domain/kernel/language.ts'
import { checkProcedure } from '../domain/procedures/check.ts'
import { drawProcedure } from '../domain/procedures/draw.ts'
import { BadUse } from './bad-use.ts'
import type { Command } from './command.ts'
import { withDatabase } from './database.ts'

const HELP = `mekong-liaison procedure check FILE    say whether a case could get lost in a procedure
mekong-liaison procedure draw FILE     print it as a Mermaid flow chart (--language en|km|lo|my|th|vi|zh)
mekong-liaison procedure add FILE      add it, as a new version, to the database of DATABASE_URL

FILE is one procedure as JSON, like those in db/procedures/. A version that is in the database is never changed.
`

export const procedure: Command = {
  help: HELP,
  options: { language: { type: 'string', default: 'en' } },
  async run([what, file], { language }, { say, result }) {
    if (!file || !['check', 'draw', 'add'].includes(what ?? ''))
      throw new BadUse('procedure: check, draw or add, and a FILE')
    const drawn = languages.find((one) => one === language)
    if (!drawn) throw new BadUse(`--language is one of ${languages.join(', ')}`)
    const text = readFileSync(file, 'utf8')
    const one = readProcedure(text, file)
    if (what === 'draw') {
      const drawing = drawProcedure(one, drawn)
      result({ drawing }, drawing.trimEnd())
      return 0
    }
    const faults = checkProcedure(one)
    if (faults.length > 0 || what === 'check') {
      const lines = faults.map(({ code, at, detail }) => `${at}: ${code} ${detail}`.trimEnd())
      const { id, version, hash } = one
      result({ id, version, hash, faults }, lines.join('\n') || `${id} version ${version}: no case can get lost in it`)
      return faults.length > 0 ? 1 : 0
    }
    return withDatabase(async (engine) => {
      const added = await addProcedure(engine, one, text, systemClock.now())
      result({ id: one.id, version: one.version, added }, `${one.id} version ${one.version}: ${added}`)
      if (added === 'other-content') say('this version is there with other content: give the file the next version')
      return added === 'other-content' ? 1 : 0
    })
  },
}
