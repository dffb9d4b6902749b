import type { ParseArgsConfig } from 'node:util'

/** Where a command writes: progress to people on stderr, its result on stdout, as text or (with --json) as JSON. */
export interface Output {
  readonly say: (line: string) => void
  readonly result: (json: Readonly<Record<string, unknown>>, text: string) => void
}

/** One command of `mekong-liaison`. Answers 0 (done, yes) or 1 (the answer is no); throws BadUse for 2. */
export interface Command {
  readonly help: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly run: (
    rest: readonly string[],
    options: Readonly<Record<string, string | boolean | undefined>>,
    output: Output,
  ) => Promise<number>
}
