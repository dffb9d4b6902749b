/** Lets waiting requests go first: a job works in small portions and pauses between them. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
