import { keepCheckpoint, newestCheckpoints, type StoredCheckpoint } from '../../../db/checkpoint-queries.ts'
import type { Engine } from '../../../db/engine.ts'
import type { KeeperClient } from '../../adapters/keeper-client.ts'
import { base64Of } from '../../adapters/note-keys.ts'
import { isSignedBy, type Verifier } from '../../adapters/notes.ts'
import type { Clock } from '../../clock.ts'
import { bodyText, noteText } from '../../domain/journal/checkpoint.ts'
import type { CompactRange } from '../../domain/journal/tree.ts'
import { proveConsistency } from './prove.ts'

/** The log does not continue what was signed: a restored backup, or a store that somebody rewrote. Nobody signs it. */
export class LogForked extends Error {}

/**
 * Has the signer put its name to the tree as it is, and keeps what it signed. Null while there is no signer: work goes
 * on, and receipts stay pending.
 */
export async function publish(
  engine: Engine,
  clock: Clock,
  tree: CompactRange,
  signer: KeeperClient,
): Promise<StoredCheckpoint | null> {
  const [last] = await newestCheckpoints(engine, 1)
  const root = tree.root()
  if (last?.size === tree.size) {
    if (last.root !== root) throw forked(last.size, tree.size)
    return last
  }
  const verifier = tree.size > 0 ? await signer.key() : null
  if (!verifier) return null
  const text = bodyText({ origin: verifier.name, size: tree.size, root: base64Of(root) })
  const note = await signedNote(engine, signer, verifier, { size: tree.size, text, old: last?.size ?? 0 })
  if (note === null) return null
  const checkpoint = { size: tree.size, root, at: clock.now(), key: verifier.text, note }
  await keepCheckpoint(engine, checkpoint)
  return checkpoint
}

interface Wanted {
  readonly size: number
  readonly text: string
  readonly old: number
}

async function signedNote(
  engine: Engine,
  signer: KeeperClient,
  verifier: Verifier,
  { size, text, old }: Wanted,
  again = true,
): Promise<string | null> {
  if (old > size) throw forked(old, size)
  const answer = await signer.sign(old, await proveConsistency(engine, old, size), text)
  if (answer.kind === 'absent') return null
  // It signed more than was kept here: the service stopped in between.
  if (answer.kind === 'behind' && again && answer.size !== old)
    return signedNote(engine, signer, verifier, { size, text, old: answer.size }, false)
  if (answer.kind !== 'signed') throw forked(old, size)
  if (!isSignedBy(text, answer.lines, verifier)) throw new Error('the signer’s signature does not hold')
  return noteText(text, answer.lines)
}

const forked = (signed: number, size: number): LogForked =>
  new LogForked(
    `the log of ${size} entries does not continue the ${signed} that were signed: nothing is signed until that is settled`,
  )
