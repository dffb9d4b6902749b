import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { sha256 } from '../../server/adapters/hashing.ts'
import { base64Of } from '../../server/adapters/note-keys.ts'
import { privateKeyText, readSigner, type Signer, signLine } from '../../server/adapters/notes.ts'
import { treeHash } from '../../server/adapters/tree-hashing.ts'
import { bodyText, noteText } from '../../server/domain/journal/checkpoint.ts'
import { seal } from '../../server/domain/journal/commitment.ts'
import { leafText } from '../../server/domain/journal/log-entry.ts'
import { LOG_FORMAT } from '../../server/domain/journal/log-line.ts'
import { CompactRange } from '../../server/domain/journal/tree.ts'

const AT = '2026-03-02T02:00:00.000Z'
const KIND = 'acknowledgeRequest'
const signer = readSigner(privateKeyText('log.bench.example', 1, createHash('sha256').digest())) as Signer

/** An entry as an act on one case writes it, with its content and its part. */
function entryOf(index: number) {
  const number = (what: string) => sha256(`${what} ${index}`)
  const id = number('id').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5')
  const by = { account: number('account').slice(0, 36), country: 'LA', office: 'la-mlsw', role: 'focal' }
  const head = { id, kind: KIND, at: AT, by, procedure: { id: 'la-th', version: 1 } }
  const said = { version: 3, step: 'acknowledge', record: { urgent: false, office: 'la-mlsw' } }
  const sealed = seal(head, [{ caseId: number('case').slice(0, 36) as never, said }], {
    salt: () => number('salt'),
    sha256,
  })
  const { salt, content, leaf, parts } = sealed
  const kept = parts.map((part) => ({ position: part.position, salt: part.salt, content: part.content }))
  return { hash: treeHash.leaf(leafText({ id, kind: KIND, at: AT, leaf })), id, leaf, salt, content, parts: kept }
}

/** Writes an exported log of so many entries with all of their content: the root first, then the lines. */
export async function writeLog(path: string, size: number): Promise<void> {
  const range = new CompactRange(treeHash)
  for (let index = 0; index < size; index += 1) range.append(entryOf(index).hash)
  const text = bodyText({ origin: signer.verifier.name, size, root: base64Of(range.root()) })
  const checkpoint = noteText(text, [signLine(text, signer, 0)])
  const file = createWriteStream(path)
  const write = async (line: object) => {
    if (!file.write(`${JSON.stringify(line)}\n`)) await once(file, 'drain')
  }
  await write({ log: LOG_FORMAT, key: signer.verifier.text, checkpoint, witnesses: {} })
  for (let index = 0; index < size; index += 1) {
    const { hash, id, leaf, ...kept } = entryOf(index)
    await write({ index, hash, id, kind: KIND, at: AT, leaf, ...kept })
  }
  file.end()
  await once(file, 'finish')
}
