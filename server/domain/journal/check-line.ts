import type { Sha256 } from './commitment.ts'
import { commitment } from './commitment.ts'
import { leafText } from './log-entry.ts'
import { isObject, type LogLine } from './log-line.ts'
import type { Hash, TreeHash } from './tree.ts'

export interface LogHashing {
  readonly sha256: Sha256
  readonly tree: TreeHash
}

/** The hash of the leaf as its entry makes it; where the entry is not shown, as the line says. */
export const leafHashOf = ({ entry, hash }: LogLine, { tree }: LogHashing): Hash =>
  entry ? tree.leaf(leafText(entry)) : hash

/** Whether what is kept of an entry is what its leaf commits to. */
export function provesItself({ entry, salt, content, parts }: LogLine, { sha256 }: LogHashing): boolean {
  if (content === null || salt === null || !entry) return true
  if (commitment(sha256, salt, content) !== entry.leaf) return false
  const said = parsed(content)
  if (!isObject(said) || said['id'] !== entry.id || said['kind'] !== entry.kind || said['at'] !== entry.at) return false
  const cases: unknown = said['cases']
  const named = Array.isArray(cases) ? cases : []
  if (new Set(parts.map(({ position }) => position)).size < parts.length) return false
  return parts.every((part) => named[part.position] === commitment(sha256, part.salt, part.content))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
