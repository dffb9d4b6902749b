import { readdirSync, readFileSync } from 'node:fs'

/** A file of a process; null where the system has no such files, or the process has ended. */
function read(pid: number, file: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return null
  }
}

/** Processes that this one started; on systems without /proc none are found. */
export function childrenOf(pid: number | undefined): readonly number[] {
  try {
    return readdirSync('/proc')
      .map(Number)
      .filter((one) => Number.isInteger(one) && statOf(one)?.[1] === String(pid))
  } catch {
    return []
  }
}

/** What follows the name: state, parent, … (proc(5), from the third field on). */
const statOf = (pid: number): readonly string[] | undefined => read(pid, 'stat')?.split(') ').at(-1)?.split(' ')

/** Clock ticks of a second, as Linux tells them to everybody. */
const TICKS = 100

/** Seconds that the processors of the machine have been at work. */
export function busySeconds(): number {
  const [, user, nice, system, , , irq, softirq] =
    /^cpu .*/.exec(readFileSync('/proc/stat', 'utf8'))?.[0].split(/ +/) ?? []
  return [user, nice, system, irq, softirq].reduce((sum, one) => sum + Number(one ?? 0), 0) / TICKS
}

/** Seconds on the processor of a process and all that it started, also of what has ended. */
export function treeCpu(pid: number): number {
  const own = statOf(pid)?.slice(11, 15) ?? []
  const ticks = own.reduce((sum, one) => sum + Number(one), 0)
  return childrenOf(pid).reduce((sum, child) => sum + treeCpu(child), ticks / TICKS)
}

/** Seconds on the processor, and the most memory it ever had in bytes. */
export function usedBy(pid: number): { readonly cpu: number; readonly peak: number } {
  const stat = statOf(pid)
  const ticks = Number(stat?.[11] ?? 0) + Number(stat?.[12] ?? 0)
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(read(pid, 'status') ?? '') ?? []
  return { cpu: ticks / TICKS, peak: Number(kilobytes) * 1024 }
}
