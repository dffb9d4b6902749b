/** How long people wait before they are told how far it is, and until they are told again. */
const EVERY_MS = 2000

/** The same items, one after the other; what takes longer than two seconds says how far it is. */
export async function* withProgress<T>(
  items: AsyncIterable<T>,
  say: (line: string) => void,
  sentence: (count: number) => string,
): AsyncGenerator<T> {
  let count = 0
  const timer = setInterval(() => say(sentence(count)), EVERY_MS)
  try {
    for await (const item of items) {
      count += 1
      yield item
    }
  } finally {
    clearInterval(timer)
  }
}
