/** What a checkpoint says (C2SP tlog-checkpoint): whose log, how many entries, the root of their tree in base64. */
export interface CheckpointBody {
  readonly origin: string
  readonly size: number
  readonly root: string
}

/** A line under a note: whose signature, and its bytes in base64. */
export interface SignatureLine {
  readonly name: string
  readonly signature: string
}

/** A signed note (C2SP signed-note): the text that is signed, and the lines under it. */
export interface Note {
  readonly text: string
  readonly lines: readonly SignatureLine[]
}

export const bodyText = ({ origin, size, root }: CheckpointBody): string => `${origin}\n${size}\n${root}\n`

export const lineText = ({ name, signature }: SignatureLine): string => `— ${name} ${signature}\n`

export const noteText = (text: string, lines: readonly SignatureLine[]): string =>
  `${text}\n${lines.map(lineText).join('')}`

const SIZE = /^(0|[1-9]\d{0,14})$/
const BASE64_OF_32 = /^[A-Za-z0-9+/]{43}=$/
const LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/

/** Null where the text is no checkpoint of ours: exactly three lines, no extension. */
export function readBody(text: string): CheckpointBody | null {
  const [origin = '', size = '', root = '', end, ...more] = text.split('\n')
  if (end !== '' || more.length > 0 || !SIZE.test(size) || !BASE64_OF_32.test(root)) return null
  return isName(origin) ? { origin, size: Number(size), root } : null
}

export const isName = (name: string): boolean => name.length > 0 && !/[\s+]/.test(name)

/** Lines of signatures, each with its newline; null where one is none. */
export function readLines(text: string): readonly SignatureLine[] | null {
  if (!text.endsWith('\n')) return null
  const lines = text
    .slice(0, -1)
    .split('\n')
    .map((line) => LINE.exec(line))
  return lines.every((found) => found !== null)
    ? lines.map(([, name, signature]) => ({ name: name as string, signature: signature as string }))
    : null
}

/** Null where the text is no note with at least one signature. */
export function readNote(note: string): Note | null {
  const end = note.lastIndexOf('\n\n')
  if (end < 0) return null
  const lines = readLines(note.slice(end + 2))
  return lines && { text: note.slice(0, end + 1), lines }
}
