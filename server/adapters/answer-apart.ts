import { standBack } from './stand-back.ts'

export type Reply<T> = { readonly kind: 'done'; readonly answer: T } | { readonly kind: 'failed'; readonly why: string }

/** What a process does that `apart.ts` started: one task, one answer. It ends with whoever started it. */
export function answerApart<Task, T>(work: (task: Task) => T | Promise<T>): void {
  standBack()
  process.once('disconnect', () => process.exit())
  process.once('message', async (task: Task) => {
    process.send?.(await replyTo(() => work(task)), () => process.disconnect())
  })
}

async function replyTo<T>(work: () => T | Promise<T>): Promise<Reply<T>> {
  try {
    return { kind: 'done', answer: await work() }
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
