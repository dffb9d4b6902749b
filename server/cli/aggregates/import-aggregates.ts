import { readFileSync } from 'node:fs'
import { say } from '../../../locales/index.ts'
import type { Speaker } from '../../../locales/show.ts'
import { type Language, languages } from '../../domain/kernel/language.ts'
import { BadUse } from '../bad-use.ts'
import type { Command, Output } from '../command.ts'
import { type ReadSheet, readFigures } from './read-sheet.ts'
import { faultWords, placeWords } from './say-fault.ts'
import { type Hub, languageOf, type Refused, sendImport } from './send.ts'
import { Unreadable } from './sheet.ts'

type Given = Parameters<Command['run']>[1]

/** Reads the file; sends nothing of it where anything is wrong. Exit 1: refused, here or by the service. */
export async function importAggregates(file: string, given: Given, output: Output): Promise<number> {
  const hub = hubOf(given)
  const to: Speaker = { language: await languageFor(given, hub), offsetMinutes: 0 }
  const sheetName = given['sheet'] === undefined ? null : String(given['sheet'])
  const read = await readFigures(file, sheetName).catch((error: unknown) => {
    if (!(error instanceof Unreadable)) throw error
    output.result(
      { problems: [{ code: 'unreadable', message: say(to, 'sheet:unreadable') }] },
      say(to, 'sheet:unreadable'),
    )
    output.say(error.message)
    return null
  })
  if (!read) return 1
  if (read.faults.length > 0) return tellFaults(to, read, output)
  const count = read.figures.length
  if (!hub) {
    output.result({ figures: read.figures }, say(to, 'sheet:tried', { count }))
    return 0
  }
  const { receipt, aggregateImport, problems } = await sendImport(hub, inputOf(given, read), to.language)
  if (!receipt) return tellRefusals(to, read, problems, output)
  const lines = [say(to, 'sheet:imported', { count }), `${receipt.id}  ${receipt.at}`, receipt.leaf]
  output.result({ figures: count, import: aggregateImport?.id, receipt }, lines.join('\n'))
  return 0
}

function hubOf(given: Given): Hub | null {
  if (given['dry-run'] === true) return null
  if (given['url'] === undefined || given['key-file'] === undefined)
    throw new BadUse('import aggregates: --url and --key-file, or --dry-run')
  for (const name of ['definition', 'coverage', 'source', 'source-day'])
    if (given[name] === undefined) throw new BadUse(`import aggregates: --${name} is needed`)
  return { url: String(given['url']), key: readFileSync(String(given['key-file']), 'utf8').trim() }
}

async function languageFor(given: Given, hub: Hub | null): Promise<Language> {
  const asked = given['language'] ?? (hub ? await languageOf(hub) : 'en')
  const language = languages.find((one) => one === asked)
  if (!language) throw new BadUse(`--language is one of ${languages.join(', ')}`)
  return language
}

const inputOf = (given: Given, { figures }: ReadSheet): object => ({
  definition: { text: given['definition'] },
  coverage: { text: given['coverage'] },
  source: { text: given['source'] },
  sourceDay: given['source-day'],
  figures,
  ...(given['replaces'] === undefined ? {} : { replaces: String(given['replaces']).split(',') }),
})

function tellFaults(to: Speaker, { faults, name }: ReadSheet, { result }: Output): number {
  const problems = faults.map((fault) => ({
    code: fault.key.replace('sheet:', ''),
    ...(fault.row === undefined ? {} : { row: fault.row }),
    ...(fault.column === undefined ? {} : { column: fault.column }),
    message: say(to, fault.key, fault.facts),
  }))
  result({ sheet: name, problems }, faults.map((fault) => faultWords(to, name, fault)).join('\n'))
  return 1
}

/** What the service refuses, at the row of the file that it is about. */
function tellRefusals(
  to: Speaker,
  { name, rowAt }: ReadSheet,
  refused: readonly Refused[],
  { result }: Output,
): number {
  const problems = refused.map((one) => ({ ...one, row: one.field[0] === 'figures' ? rowAt(one.field) : null }))
  const lines = problems.map(({ code, message, next, row, facts }) => {
    const place = row === null ? '' : `${placeWords(to, name, row, null)}  `
    const replaced = facts.find(({ key }) => key === 'import')?.text
    return `${place}${message} ${next}  ${code}${replaced ? `  --replaces ${replaced}` : ''}`
  })
  result({ sheet: name, problems }, lines.join('\n'))
  return 1
}
