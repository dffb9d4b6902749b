import { createReadStream } from 'node:fs'

/** No entry is longer: beyond it a file is no log. */
const LONGEST = 64 * 1024 * 1024

/** The lines of a file, or of the standard input for `-`, one at a time, without their ends. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const stream = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 })
  let rest = ''
  for await (const chunk of stream.setEncoding('utf8') as AsyncIterable<string>) {
    rest += chunk
    let from = 0
    for (let end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n', from)) {
      yield rest.slice(from, end)
      from = end + 1
    }
    rest = rest.slice(from)
    if (rest.length > LONGEST) return yield rest
  }
  if (rest !== '') yield rest
}

/** The value a line holds as JSON; undefined where it holds none. */
export function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
