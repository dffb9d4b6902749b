import { accessSync, constants, readFileSync } from 'node:fs'
import { keeperClient } from './adapters/keeper-client.ts'
import { readWitnesses, type Witness } from './adapters/witness-list.ts'
import { type Config, WrongEnvironment } from './config.ts'
import type { Keepers } from './services/log/log-work.ts'

/** Who signs and who watches, as the environment names them. */
export function keepersOf({ SIGNER_URL, WITNESSES_FILE }: Pick<Config, 'SIGNER_URL' | 'WITNESSES_FILE'>): Keepers {
  return {
    signer: SIGNER_URL === undefined ? null : keeperClient(SIGNER_URL),
    witnesses: WITNESSES_FILE === undefined ? [] : witnessesIn(WITNESSES_FILE),
  }
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
