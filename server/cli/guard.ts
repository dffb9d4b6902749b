import { readFileSync } from 'node:fs'
import { guardTools } from '../adapters/guard-tools.ts'
import { type TextEncoding, textEncodings, guard as tryOn, type Verdict } from '../domain/confidentiality/guard.ts'
import { codePointOf } from '../domain/kernel/plain-text.ts'
import { BadUse } from './bad-use.ts'
import type { Command } from './command.ts'

/** Longer than any note: the whole input stands in memory. */
const LINES = 100_000

export const guard: Command = {
  help: `mekong-liaison guard [FILE] [--encoding UNICODE|ZAWGYI]

Tries texts on the guard that every note passes: one text a line, from FILE or from the standard input. Prints a line for
each: "passes", or "refused" with every rule and its characters, counted from 1, or with those that cannot be printed. Needs no database; keeps nothing.
Exit 0 when all pass, 1 when one is refused. --json prints one object a line: verdict, findings, text as it would be stored.
`,
  options: { encoding: { type: 'string' } },
  async run([file], { encoding }, { result }) {
    const typed = textEncodings.find((one) => one === encoding) ?? null
    if (encoding !== undefined && typed === null) throw new BadUse(`--encoding is one of ${textEncodings.join(', ')}`)
    const lines = readFileSync(file ?? 0, 'utf8')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
    if (lines.length > LINES) throw new BadUse(`at most ${LINES} lines at a time`)
    return Math.max(...lines.map((line) => say(line, typed, result)))
  },
}

function say(line: string, encoding: TextEncoding | null, result: Parameters<Command['run']>[2]['result']): number {
  const verdict = tryOn(line, encoding, guardTools)
  const refused = verdict.kind !== 'safe'
  const findings = findingsOf(verdict).map(({ rule, from, to, blocks }) => ({ rule, from: from + 1, to, blocks }))
  const undrawn = verdict.kind === 'not-printable' ? verdict.undrawn : []
  const places = findings.map(({ rule, from, to, blocks }) => `${blocks ? '' : 'doubt: '}${rule} ${from}-${to}`)
  const boxes = undrawn.map(({ character, from }) => `${codePointOf(character)} ${from + 1}`)
  const why = verdict.kind === 'identity' || verdict.kind === 'safe' ? [] : [verdict.kind]
  const text = 'text' in verdict ? verdict.text : null
  result(
    { verdict: verdict.kind, findings, text },
    [refused ? 'refused' : 'passes', ...why, ...places, ...boxes].join('  '),
  )
  return refused ? 1 : 0
}

const findingsOf = (verdict: Verdict) =>
  verdict.kind === 'identity' ? verdict.findings : verdict.kind === 'safe' ? verdict.doubts : []
