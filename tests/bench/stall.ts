/** How long each turn of the loop took while something ran, in milliseconds, the longest first: whoever asked waited for it. */
export interface Turns {
  /** On the wall: with the disk, and with what else the machine did. */
  readonly wall: readonly number[]
  /** On the processor alone. */
  readonly cpu: readonly number[]
  readonly seconds: number
}

/** Runs a job, and looks at the clock at every turn of the loop. */
export async function turnsOf(job: () => Promise<void>): Promise<Turns> {
  const [wall, cpu]: [number[], number[]] = [[], []]
  const began = performance.now()
  let [last, used] = [began, threadCpu()]
  let running = true
  const look = async () => {
    while (running) {
      await new Promise((resolve) => setImmediate(resolve))
      const [now, usedNow] = [performance.now(), threadCpu()]
      wall.push(now - last)
      cpu.push(usedNow - used)
      last = now
      used = usedNow
    }
  }
  const looking = look()
  await job()
  running = false
  await looking
  const longestFirst = (one: number, other: number) => other - one
  return { wall: wall.sort(longestFirst), cpu: cpu.sort(longestFirst), seconds: (last - began) / 1000 }
}

function threadCpu(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
