import { accessSync, constants, readFileSync } from 'node:fs'
import { keeperClient } from './adapters/keeper-client.ts'
import { verifierOf } from './adapters/notes.ts'
import { readWitnesses, type Witness } from './adapters/witness-list.ts'
import { type Config, WrongEnvironment } from './config.ts'
import type { Keepers } from './services/log/log-work.ts'

type Named = Pick<Config, 'SIGNER_URL' | 'SIGNER_KEY' | 'WITNESSES_FILE'>

/** Who signs and who watches, as the environment names them. */
export function keepersOf({ SIGNER_URL, SIGNER_KEY, WITNESSES_FILE }: Named): Keepers {
  const expected = SIGNER_KEY === undefined ? null : keyIn(SIGNER_KEY)
  return {
    signer: SIGNER_URL === undefined ? null : { client: keeperClient(SIGNER_URL), expected },
    witnesses: WITNESSES_FILE === undefined ? [] : witnessesIn(WITNESSES_FILE),
  }
}

function keyIn(text: string): string {
  const verifier = verifierOf(text)
  if (verifier?.type !== 1)
    throw new WrongEnvironment('SIGNER_KEY: must be the public key that signer --new-key printed')
  return verifier.text
}

function witnessesIn(path: string): readonly Witness[] {
  try {
    return readWitnesses(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new WrongEnvironment(`WITNESSES_FILE: ${(error as Error).message}`)
  }
}

/** Whether this process could read the key that signs the log: then the log proves nothing against who runs it. */
export function readsSigningKey(path: string | undefined): boolean {
  if (path === undefined) return false
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch {
    return false
  }
}
