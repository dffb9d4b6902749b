import { keepCheckpoint, newestCheckpoints, type StoredCheckpoint } from '../../../db/checkpoint-queries.ts'
import type { Engine } from '../../../db/engine.ts'
import { logSize } from '../../../db/log-writes.ts'
import type { KeeperAnswer, KeeperClient } from '../../adapters/keeper-client.ts'
import { base64Of } from '../../adapters/note-keys.ts'
import { isSignedBy } from '../../adapters/notes.ts'
import type { Clock } from '../../clock.ts'
import { bodyText, noteText } from '../../domain/journal/checkpoint.ts'
import type { CompactRange } from '../../domain/journal/tree.ts'
import { LogFault } from './log-fault.ts'
import { proveConsistency } from './prove.ts'

/** The log does not continue what was signed: a restored backup, or a store that somebody rewrote. Nobody signs it. */
export class LogForked extends LogFault {}

/** The signer does not answer, or has another reason than the log itself to sign nothing. Said once, until it changes. */
export class SignerRefused extends LogFault {}

/** The signer shows another key than signed before: whoever put it there could have any history signed. */
export class SignerChanged extends LogFault {}

/** Who is asked to sign. `expected`: the key the operator wrote down, where it is not the one that signed last. */
export interface KnownSigner {
  readonly client: KeeperClient
  readonly expected: string | null
}

/**
 * Has the signer put its name to the tree as it is, and keeps what it signed. Null where there is nothing to sign, and where
 * another process went on with the log meanwhile. While nobody signs work goes on, and receipts stay pending.
 */
export async function publish(
  engine: Engine,
  clock: Clock,
  tree: CompactRange,
  { client, expected }: KnownSigner,
): Promise<StoredCheckpoint | null> {
  const [last] = await newestCheckpoints(engine, 1)
  const [size, root] = [tree.size, tree.root()]
  if (last?.size === size && last.root === root) return last
  if (last && last.size >= size) return outrun(engine, last.size, size)
  if (size === 0) return null
  const verifier = await client.key()
  if (!verifier) throw new SignerRefused('no signer answers: receipts stay pending')
  if (verifier.text !== (expected ?? last?.key ?? verifier.text))
    throw new SignerChanged(
      'the signer has another key than the one that is known: nothing is signed until that is settled',
    )
  const text = bodyText({ origin: verifier.name, size, root: base64Of(root) })
  const { old, answer } = await askSigner(engine, client, { old: last?.size ?? 0, size, text })
  if (answer.kind === 'absent') throw new SignerRefused('no signer answers: receipts stay pending')
  if (answer.kind === 'refused' && !DISAGREES.includes(answer.status))
    throw new SignerRefused(`the signer refused (${answer.status}): receipts stay pending`)
  if (answer.kind !== 'signed') return outrun(engine, old, size)
  if (!isSignedBy(text, answer.lines, verifier)) throw new SignerRefused('the signer’s signature does not hold')
  const checkpoint = { size, root, at: clock.now(), key: verifier.text, note: noteText(text, answer.lines) }
  await keepCheckpoint(engine, checkpoint)
  return checkpoint
}

/** What it says of a tree that does not continue the one it signed last (C2SP tlog-witness). */
const DISAGREES = [409, 422]

interface Wanted {
  readonly old: number
  readonly size: number
  readonly text: string
}

/** Asks again where it signed another size last than is known here: the service stopped before it kept the answer. */
async function askSigner(
  engine: Engine,
  signer: KeeperClient,
  { old, size, text }: Wanted,
): Promise<{ readonly old: number; readonly answer: KeeperAnswer }> {
  const answer = await signer.sign(old, await proveConsistency(engine, old, size), text)
  if (answer.kind !== 'behind') return { old, answer }
  const signed = answer.size
  if (signed > size || signed === old) return { old: signed, answer }
  return { old: signed, answer: await signer.sign(signed, await proveConsistency(engine, signed, size), text) }
}

/** No fork where the log grew meanwhile: another process has the turn, and had more of it signed. */
async function outrun(engine: Engine, signed: number, size: number): Promise<null> {
  if ((await logSize(engine)) > size) return null
  throw new LogForked(
    `the log of ${size} entries does not continue the ${signed} that were signed: nothing is signed until that is settled`,
  )
}
