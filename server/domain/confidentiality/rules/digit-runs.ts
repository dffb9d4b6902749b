import type { Reading } from '../reading.ts'

/** Digits that belong together, whatever somebody put between them. */
export interface Run {
  readonly digits: string
  readonly groups: readonly string[]
  readonly from: number
  readonly to: number
  /** What stands right before it, up to four units: a plus, letters of a passport. */
  readonly before: string
}

interface Group {
  readonly digits: string
  readonly from: number
  readonly to: number
}

// Letters that are typed for digits, between two of them.
const GROUP = /[0-9](?:[0-9]|[OolI](?=[0-9]))*/gu
// Anything but letters, digits and what was set aside; an x stands between them too.
const GAP = /^(?:[^\p{L}\p{N}\ue000]{1,5}|\s?[xX]\s?)$/u
/** A list: comma and space, a full stop and space, a comma of lists. */
const LISTED = /^(?:[,;:]\s|\.\s|[，၊、]\s?)/u

/** Runs of digits with the separators between them folded. */
export function digitRuns({ text }: Reading): readonly Run[] {
  const runs: Group[][] = []
  let last: Group[] = []
  for (const match of text.matchAll(GROUP)) {
    const group = { digits: plain(match[0]), from: match.index, to: match.index + match[0].length }
    const before = last.at(-1)
    if (before && joins(text.slice(before.to, group.from), before, group, last[0])) last.push(group)
    else {
      last = [group]
      runs.push(last)
    }
  }
  return runs.map((groups) => runOf(text, groups))
}

const plain = (group: string): string => group.replace(/[Oo]/g, '0').replace(/[lI]/g, '1')

function joins(gap: string, one: Group, other: Group, first: Group | undefined): boolean {
  if (gap === '') return true
  if (!GAP.test(gap)) return false
  if (!LISTED.test(gap)) return true
  // No list counts 08, 12, 34: what begins with a nought is part of a number.
  if ([first, one, other].some((group) => group && isPart(group))) return true
  // Digits one by one with commas are a number in disguise, unless they count up.
  return one.digits.length === 1 && other.digits.length === 1 && Number(other.digits) !== Number(one.digits) + 1
}

const isPart = ({ digits }: Group): boolean => digits.length > 1 && digits.startsWith('0')

function runOf(text: string, groups: readonly Group[]): Run {
  const [first, last] = [groups[0], groups.at(-1)] as [Group, Group]
  return {
    digits: groups.map(({ digits }) => digits).join(''),
    groups: groups.map(({ digits }) => digits),
    from: first.from,
    to: last.to,
    before: text.slice(Math.max(0, first.from - 4), first.from),
  }
}
