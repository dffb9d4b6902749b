import { type ChildProcess, fork } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keeperClient } from '../adapters/keeper-client.ts'
import { privateKeyText } from '../adapters/notes.ts'
import { readWitnesses } from '../adapters/witness-list.ts'
import { randomSeed } from '../chance.ts'
import { countryCodes } from '../domain/kernel/country.ts'
import type { Keepers } from '../services/log/log-work.ts'
import { beginState } from '../witness/state-file.ts'

/** The demo's signer and six witnesses: processes of their own beside the service, each with a key and a memory. */
export interface DemoKeepers {
  readonly keepers: Keepers
  readonly stop: () => Promise<void>
}

const PROCESS = fileURLToPath(new URL('keeper-process.ts', import.meta.url))
const NAME = 'log.mekong-liaison.demo'

const files = (folder: string) => [
  join(folder, 'signer.key'),
  ...countryCodes.map((country) => join(folder, `witness-${country.toLowerCase()}.key`)),
]

/** What the hub hands over, and what it was handed: for `verify --key`, and to look at. */
const shown = (folder: string) => ({ key: join(folder, 'log.pub'), witnesses: join(folder, 'witnesses.txt') })

/** A new world has a new log: who watched the old one would see a fork. */
export function forgetKeepers(folder: string): void {
  for (const file of files(folder))
    for (const path of [file, `${file}.state`, `${file}.state.lock`]) rmSync(path, { force: true })
}

export async function startDemoKeepers(folder: string): Promise<DemoKeepers> {
  const [signerFile = '', ...witnessFiles] = files(folder)
  keyOnce(signerFile, NAME, 1)
  for (const [place, file] of witnessFiles.entries())
    keyOnce(file, `witness.${countryCodes[place]?.toLowerCase()}.demo`, 4)
  const signer = await startProcess([signerFile])
  const [{ key = '', url = '' } = {}] = signer.served
  const witnesses = await startProcess([...witnessFiles, '--hub', key])
  const list = witnesses.served.map((one, place) => `${countryCodes[place]} ${one.key} ${one.url}\n`).join('')
  writeFileSync(shown(folder).key, `${key}\n`)
  writeFileSync(shown(folder).witnesses, list)
  return {
    keepers: { signer: { client: keeperClient(url), expected: key }, witnesses: readWitnesses(list) },
    stop: async () => {
      await Promise.all([signer.stop(), witnesses.stop()])
    },
  }
}

function keyOnce(path: string, name: string, type: 1 | 4): void {
  if (existsSync(path)) return
  rmSync(`${path}.state`, { force: true })
  beginState(`${path}.state`)
  writeFileSync(path, `${privateKeyText(name, type, randomSeed())}\n`, { mode: 0o600 })
}

/** What a process of keepers says when it listens: of each key in turn. */
type ServedKeepers = readonly { readonly key: string; readonly url: string }[]

async function startProcess(given: readonly string[]) {
  const child = fork(PROCESS, given, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const served = await new Promise<ServedKeepers>((resolve, reject) => {
    child.once('message', (said) => resolve(said as ServedKeepers))
    child.once('exit', () => reject(new Error('the demo’s signer or witnesses did not start')))
  })
  return { served, stop: () => ended(child) }
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
