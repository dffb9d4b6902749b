import { createHash } from 'node:crypto'
import { base64Of } from '../../server/adapters/note-keys.ts'
import { type Signer, signLine } from '../../server/adapters/notes.ts'
import { treeHash } from '../../server/adapters/tree-hashing.ts'
import type { Seeded } from '../../server/demo/seeded.ts'
import { bodyText, noteText } from '../../server/domain/journal/checkpoint.ts'
import { seal } from '../../server/domain/journal/commitment.ts'
import { leafText } from '../../server/domain/journal/log-entry.ts'
import { CompactRange } from '../../server/domain/journal/tree.ts'

// biome-ignore lint/suspicious/noExplicitAny: lines of a log that somebody bends
export type Line = any

/** What somebody who owns the disk may do to the entries; `until`: before this place. */
type Deed = (chance: Seeded, lines: Line[], until: number) => void

const hex = (chance: Seeded): string =>
  createHash('sha256')
    .update(String(chance.below(2 ** 31)))
    .digest('hex')
const uuid = (chance: Seeded): string => hex(chance).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5')

/** An entry that is whole in itself, and never happened. */
function forged(chance: Seeded, like: Line): Line {
  const { kind, at } = like
  const id = uuid(chance)
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const by = { account: 'nobody', office: 'th-datip', country: 'TH', role: 'focal' }
  const { salt, content, leaf, parts } = seal({ id, kind, at, by }, [], { salt: () => hex(chance), sha256 })
  return { index: 0, hash: '', id, kind, at, leaf, salt, content, parts: [...parts] }
}

/** Another letter or digit at one place. */
function bent(chance: Seeded, text: string): string {
  const place = chance.below(text.length)
  const other = text[place] === '7' ? '3' : '7'
  return text.slice(0, place) + other + text.slice(place + 1)
}

export const deeds: Readonly<Record<string, Deed>> = {
  edit(chance, lines, until) {
    const line = lines[chance.below(until)]
    const name = chance.one(['id', 'kind', 'at', 'leaf', 'salt', 'content', 'part'])
    if (name === 'part' && line.parts.length > 0)
      line.parts[0] = { ...line.parts[0], content: bent(chance, line.parts[0].content) }
    else line[name === 'part' ? 'content' : name] = bent(chance, line[name === 'part' ? 'content' : name])
  },
  drop: (chance, lines, until) => void lines.splice(chance.below(until), 1 + chance.below(3)),
  insert(chance, lines, until) {
    const place = chance.below(until)
    lines.splice(place, 0, forged(chance, lines[place]))
  },
  double(chance, lines, until) {
    const from = chance.below(until)
    lines.splice(chance.below(until), 0, structuredClone(lines[from]))
  },
  swap(chance, lines, until) {
    const one = chance.below(until)
    const other = (one + 1 + chance.below(until - 1)) % until
    ;[lines[one], lines[other]] = [lines[other], lines[one]]
  },
  'truncate and extend'(chance, lines, until) {
    const cut = lines.splice(chance.below(until))
    lines.push(...cut.map((line) => forged(chance, line)))
  },
  truncate: (chance, lines, until) => void lines.splice(chance.below(until)),
  'fork or rebuild from the middle'(chance, lines, until) {
    for (let at = chance.below(until); at < lines.length; at += 1) lines[at] = forged(chance, lines[at])
  },
}

/** How much somebody tidies up behind it: nothing; the places; the hashes as well; and signs it, with the key of the hub. */
export const covers = ['left as it is', 'numbered anew', 'hashed anew', 'signed anew'] as const
export type Cover = (typeof covers)[number]

export function coverUp(cover: Cover, header: Line, lines: Line[], signer: Signer): readonly string[] {
  const step = covers.indexOf(cover)
  const range = new CompactRange(treeHash)
  for (const [index, line] of lines.entries()) {
    if (step >= 1) line.index = index
    if (step >= 2) line.hash = treeHash.leaf(leafText(line))
    if (step >= 3) range.append(line.hash)
  }
  if (step < 3) return [header, ...lines].map((line) => JSON.stringify(line))
  const text = bodyText({ origin: signer.verifier.name, size: range.size, root: base64Of(range.root()) })
  const resigned = { ...header, witnesses: {}, checkpoint: noteText(text, [signLine(text, signer, 0)]) }
  return [resigned, ...lines].map((line) => JSON.stringify(line))
}
