import { readFileSync } from 'node:fs'
import { jsonOf, linesOf } from '../adapters/lines.ts'
import { type Verifier, verifierOf } from '../adapters/notes.ts'
import { isBinding } from '../domain/journal/quorum.ts'
import { verifyLog } from '../services/log/verify-log.ts'
import { BadUse } from './bad-use.ts'
import type { Command } from './command.ts'
import { withProgress } from './progress.ts'
import { inOneSentence } from './verify-sentence.ts'

export const verify: Command = {
  help: `mekong-liaison verify LOG [--checkpoint FILE] [--receipt FILE] [--key FILE]

Reads an exported log (export-log; - is the standard input) and says in one sentence what it found. Needs no database and
no network. Exit 0: untouched. 1: something is wrong, and the sentence says what. 2: it is no log at all.

  --checkpoint FILE   a checkpoint you kept (a signed note): nothing before it was changed, dropped, inserted or moved
  --receipt FILE      a receipt you filed, as JSON: { id, leaf, at, proof }; without proof while it was pending
  --key FILE          the signer's verifier key, as it was handed over to you; left out, the key in the log is believed
                      as far as your checkpoint does not say otherwise

server/domain/journal/README.md states every byte.
`,
  options: { checkpoint: { type: 'string' }, receipt: { type: 'string' }, key: { type: 'string' } },
  async run([log, ...more], { checkpoint, receipt, key }, { result, say }) {
    if (!log || more.length > 0) throw new BadUse('verify: one LOG')
    const brought = {
      key: key === undefined ? null : keyIn(String(key)),
      checkpoint: checkpoint === undefined ? null : noteIn(String(checkpoint)),
      receipt: receipt === undefined ? null : { value: jsonOf(readFileSync(String(receipt), 'utf8')) },
    }
    const verified = await verifyLog(
      withProgress(linesOf(log), say, (count) => `${count} lines read`),
      brought,
    )
    if (!verified) throw new BadUse(`${log} is no exported log: its first line is no header`)
    const { verdict, cosigned } = verified
    const sentence = inOneSentence(verdict, cosigned)
    result({ ...verdict, cosigned, binding: isBinding(cosigned), sentence }, sentence)
    return verdict.found === 'untouched' ? 0 : 1
  },
}

/** Ends of lines that an editor, a shell or a mail put into a file are no change of a note. */
const noteIn = (path: string): string => `${readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trimEnd()}\n`

function keyIn(path: string): Verifier {
  const verifier = verifierOf(readFileSync(path, 'utf8'))
  if (verifier?.type !== 1) throw new BadUse(`${path} holds no verifier key (name+id+base64)`)
  return verifier
}
