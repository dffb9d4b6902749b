import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { hexOf } from '../adapters/note-keys.ts'
import { readBody, readNote } from '../domain/journal/checkpoint.ts'
import type { KeptTree } from '../domain/journal/keep.ts'

/** A state file that is there and cannot be read: nobody signs until somebody has looked. */
export class StateUnreadable extends Error {}

/** The checkpoint a name last went under, as the file has it: a note, to be read by people as well. */
export function readState(path: string, origin: string): KeptTree | null {
  const note = contentOf(path)
  if (note === null) return null
  const body = readBody(readNote(note)?.text ?? '')
  if (body?.origin !== origin) throw new StateUnreadable(`${path} holds no checkpoint of ${origin}`)
  return { size: body.size, root: hexOf(body.root) }
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Whole and on the disk before it answers: what was signed is never forgotten. */
export function writeState(path: string, note: string): void {
  const written = `${path}.new`
  const file = openSync(written, 'w', 0o600)
  try {
    writeSync(file, note)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(written, path)
  syncFolder(dirname(path))
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
