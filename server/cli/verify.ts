import { readFileSync, statSync } from 'node:fs'
import { jsonOf, linesOf } from '../adapters/lines.ts'
import { type Verifier, verifierOf } from '../adapters/notes.ts'
import { readWitnesses, type Witness } from '../adapters/witness-list.ts'
import { isBinding } from '../domain/journal/quorum.ts'
import { verifyLog } from '../services/log/verify-log.ts'
import { BadUse } from './bad-use.ts'
import type { Command } from './command.ts'
import { withProgress } from './progress.ts'
import { inOneSentence } from './verify-sentence.ts'

export const verify: Command = {
  help: `mekong-liaison verify LOG [--checkpoint FILE] [--receipt FILE] [--key FILE] [--witnesses FILE]

Reads an exported log (export-log; - is the standard input) and says in one sentence what it found. Needs no database and
no network. Exit 0: untouched. 1: something is wrong, and the sentence says what. 2: it is no log at all.

  --checkpoint FILE   a checkpoint you kept (a signed note): nothing before it was changed, dropped, inserted or moved
  --receipt FILE      a receipt you filed, as JSON: { id, leaf, at, proof }; without proof while it was pending
  --key FILE          the signer's verifier key, as it was handed over to you; left out, the key in the log is believed
                      as far as your checkpoint does not say otherwise
  --witnesses FILE    keys of witnesses as their ministries handed them over, a line each: COUNTRY KEY URL. They alone are
                      counted and named; left out, nothing is said of witnesses, whatever the log brings along

With neither key nor checkpoint, and no name of a witness you know, the sentence says that nothing outside the log was
compared: whoever wrote it may have made its keys as well.

server/domain/journal/README.md states every byte.
`,
  options: {
    checkpoint: { type: 'string' },
    receipt: { type: 'string' },
    key: { type: 'string' },
    witnesses: { type: 'string' },
  },
  async run([log, ...more], { checkpoint, receipt, key, witnesses }, { result, say }) {
    if (!log || more.length > 0) throw new BadUse('verify: one LOG')
    const found = log === '-' ? null : statSync(log, { throwIfNoEntry: false })
    if (found === undefined || found?.isDirectory()) throw new BadUse(`${log} cannot be read`)
    const brought = {
      key: key === undefined ? null : keyIn(String(key)),
      checkpoint: checkpoint === undefined ? null : noteIn(String(checkpoint)),
      receipt: receipt === undefined ? null : { value: receiptIn(String(receipt)) },
      ...(witnesses === undefined ? {} : { witnesses: witnessesIn(String(witnesses)) }),
    }
    const verified = await verifyLog(
      withProgress(linesOf(log), say, (count) => `${count} lines read`),
      brought,
    )
    if (!verified) throw new BadUse(`${log} is no exported log: its first line is no header`)
    const { verdict, cosigned } = verified
    const compared = brought.key !== null || brought.checkpoint !== null || (cosigned?.log.length ?? 0) > 0
    const sentence = inOneSentence(verified, compared)
    const watched = cosigned && {
      cosigned: cosigned.log,
      binding: isBinding(cosigned.log),
      receiptCosigned: cosigned.receipt,
    }
    result({ ...verdict, ...watched, compared, sentence }, sentence)
    return verdict.found === 'untouched' ? 0 : 1
  },
}

function fileAt(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    throw new BadUse(`${path} cannot be read`)
  }
}

/** What is filed beside a receipt's own parts as the service answers them (`state`) is none of it, and changes. */
function receiptIn(path: string): unknown {
  const filed = jsonOf(fileAt(path))
  const parts = filed instanceof Object ? Object.entries(filed) : []
  if (!parts.some(([name]) => ['id', 'leaf', 'at'].includes(name)))
    throw new BadUse(`${path} is no receipt: { id, leaf, at, proof }`)
  return Object.fromEntries(parts.filter(([name]) => name !== 'state'))
}

/** Ends of lines that an editor, a shell or a mail put into a file are no change of a note. */
const noteIn = (path: string): string => `${fileAt(path).replaceAll('\r\n', '\n').trimEnd()}\n`

function witnessesIn(path: string): readonly Witness[] {
  const text = fileAt(path)
  try {
    return readWitnesses(text)
  } catch (error) {
    throw new BadUse(`${path}: ${(error as Error).message}`)
  }
}

function keyIn(path: string): Verifier {
  const verifier = verifierOf(fileAt(path))
  if (verifier?.type !== 1) throw new BadUse(`${path} holds no verifier key (name+id+base64)`)
  return verifier
}
