import { type CheckpointBody, readBody } from '../domain/journal/checkpoint.ts'
import type { Growth } from '../domain/journal/keep.ts'
import type { Hash } from '../domain/journal/tree.ts'
import { base64Of, hexOf } from './note-keys.ts'

// The body of C2SP tlog-witness `add-checkpoint`: `old SIZE`, hashes of the proof, an empty line, the checkpoint.
// The signer takes the same, with the checkpoint not yet signed.

/** At most so many hashes prove one tree to continue another. */
const MOST_HASHES = 63

export interface Asked {
  readonly body: CheckpointBody
  readonly growth: Growth
  /** The checkpoint as it came, with whatever lines stand under it. */
  readonly checkpoint: string
}

export const askText = (old: number, proof: readonly Hash[], checkpoint: string): string =>
  [`old ${old}`, ...proof.map(base64Of), '', checkpoint].join('\n')

/** Null where it is none. `split` takes the text apart that is signed: the signer’s comes without lines. */
export function readAsked(text: string, textOf: (checkpoint: string) => string | null): Asked | null {
  const end = text.indexOf('\n\n')
  if (end < 0) return null
  const [first = '', ...hashes] = text.slice(0, end).split('\n')
  const [, old] = /^old (0|[1-9]\d{0,14})$/.exec(first) ?? []
  const checkpoint = text.slice(end + 2)
  const signedText = textOf(checkpoint)
  const body = signedText === null ? null : readBody(signedText)
  if (old === undefined || !body || hashes.length > MOST_HASHES) return null
  if (!hashes.every((one) => /^[A-Za-z0-9+/]{43}=$/.test(one))) return null
  const growth = { old: Number(old), size: body.size, root: hexOf(body.root), proof: hashes.map(hexOf) }
  return { body, growth, checkpoint }
}
