import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import type { KeyType } from '../adapters/note-keys.ts'
import { privateKeyText, readSigner, type Signer } from '../adapters/notes.ts'
import { randomSeed } from '../chance.ts'
import { isName } from '../domain/journal/checkpoint.ts'
import type { Listening } from '../witness/serve.ts'
import { beginState } from '../witness/state-file.ts'
import { BadUse } from './bad-use.ts'

/** Where a signer or witness listens, as it was typed. */
export function listeningOf(port: unknown, host: unknown, socket: unknown): Listening {
  if (socket !== undefined) return { socket: String(socket) }
  const number = Number(port)
  if (!Number.isInteger(number) || number < 0 || number > 65535) throw new BadUse('--port is a number from 0 to 65535')
  return { port: number, ...(host === undefined ? {} : { host: String(host) }) }
}

/** The private key of a file that nobody but its owner reads. */
export function signerIn(path: string, type: KeyType): Signer {
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0)
    throw new BadUse(`${path} can be read by others than its owner: chmod 600 it, and think of it as known`)
  const signer = readSigner(readFileSync(path, 'utf8'))
  if (signer?.verifier.type !== type)
    throw new BadUse(`${path} holds no private key of this kind: make one with --new-key`)
  return signer
}

/** Makes a key and its empty state, once: what was signed with one that is overwritten could never be continued. */
export function makeKey(path: string, name: string, type: KeyType, stateFile: string): Signer {
  for (const file of [path, stateFile]) if (existsSync(file)) throw new BadUse(`${file} is there and is left alone`)
  if (!isName(name)) throw new BadUse(`${name} is no name of a key: no space and no plus`)
  beginState(stateFile)
  writeFileSync(path, `${privateKeyText(name, type, randomSeed())}\n`, { mode: 0o600, flag: 'wx' })
  return signerIn(path, type)
}

/** Until somebody stops it, or the process that started it is gone. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
    process.once('disconnect', () => resolve())
  })
}
