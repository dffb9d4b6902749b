import { type ChildProcess, spawn } from 'node:child_process'

export interface KeeperCommand {
  readonly key: string
  readonly url: string
  readonly stop: () => Promise<number | null>
}

/** A `mekong-liaison signer` or `witness` in a process of its own, once it says where it listens. */
export async function startKeeper(
  given: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<KeeperCommand> {
  const child: ChildProcess = spawn(process.execPath, ['server/cli/main.ts', ...given, '--port', '0', '--json'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    if (said.includes('\n')) break
  }
  if (!said.includes('\n')) throw new Error(`${given.join(' ')} did not start`)
  return {
    ...(JSON.parse(said) as { key: string; url: string }),
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
