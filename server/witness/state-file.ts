import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { holdFile } from '../../db/held-file.ts'
import { hexOf } from '../adapters/note-keys.ts'
import { readBody, readNote } from '../domain/journal/checkpoint.ts'
import type { KeptTree } from '../domain/journal/keep.ts'

/** A state file that is not there, is another’s or cannot be read: nobody signs until somebody has looked. */
export class StateUnreadable extends Error {}

/** What a new key begins with. A file that is missing says nothing: it may be a forgotten disk, and a fork be signed. */
const NOTHING = 'nothing was signed yet\n'

/** Once, with the key: a file that is there is left alone. */
export const beginState = (path: string): void => writeWhole(path, NOTHING, 'wx')

/** The checkpoint a name last went under, as the file has it: a note, to be read by people as well. */
export function readState(path: string, origin: string): KeptTree | null {
  const note = contentOf(path)
  if (note === NOTHING) return null
  const body = readBody(readNote(note)?.text ?? '')
  if (body?.origin !== origin) throw new StateUnreadable(`${path} holds no checkpoint of ${origin}`)
  return { size: body.size, root: hexOf(body.root) }
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new StateUnreadable(`${path} is missing: what was signed last is not known, and nothing is signed`)
    throw error
  }
}

/** Two that share a state file could each sign another continuation of it: one of them holds it. */
export function holdState(path: string): { readonly release: () => void } {
  const held = holdFile(`${path}.lock`)
  if (!held) throw new StateUnreadable(`${path} is held by another signer or witness that runs`)
  return held
}

/** Whole and on the disk before it answers: what was signed is never forgotten. */
export function writeState(path: string, note: string): void {
  const written = `${path}.new`
  writeWhole(written, note, 'w')
  renameSync(written, path)
  syncFolder(dirname(path))
}

function writeWhole(path: string, text: string, flag: 'w' | 'wx'): void {
  const file = openSync(path, flag, 0o600)
  try {
    writeSync(file, text)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** So that the new name survives a power cut; Windows opens no folder, and needs none of it. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
