import {
  cosignaturesOf,
  keepCosignatures,
  type StoredCheckpoint,
  type StoredCosignature,
} from '../../../db/checkpoint-queries.ts'
import type { Engine } from '../../../db/engine.ts'
import { checkLine } from '../../adapters/notes.ts'
import type { Witness } from '../../adapters/witness-list.ts'
import type { Clock } from '../../clock.ts'
import { lineText } from '../../domain/journal/checkpoint.ts'
import type { CountryCode } from '../../domain/kernel/country.ts'
import { proveConsistency } from './prove.ts'

/** What each witness signed last, as far as it is known here: it says so itself where that is wrong. */
export type SignedLast = Map<CountryCode, number>

/** Asks every witness whose name is not yet under a checkpoint, and keeps what holds. Who is not there is asked again. */
export async function collect(
  engine: Engine,
  clock: Clock,
  checkpoint: StoredCheckpoint,
  witnesses: readonly Witness[],
  last: SignedLast,
): Promise<void> {
  const known = new Set(
    ((await cosignaturesOf(engine, [checkpoint.size])).get(checkpoint.size) ?? []).map(({ country }) => country),
  )
  const asked = witnesses.filter(({ country }) => !known.has(country))
  const lines = await Promise.all(asked.map((one) => cosigned(engine, checkpoint, one, last)))
  const { size } = checkpoint
  const found = asked.flatMap(({ country, verifier }, place): readonly StoredCosignature[] => {
    const line = lines[place]
    return line ? [{ size, country, key: verifier.text, line, at: clock.now() }] : []
  })
  await keepCosignatures(engine, found)
}

async function cosigned(
  engine: Engine,
  checkpoint: StoredCheckpoint,
  witness: Witness,
  last: SignedLast,
  again = true,
): Promise<string | null> {
  const { size, note } = checkpoint
  const { country, verifier, client } = witness
  const old = last.get(country) ?? 0
  const answer = await client.sign(old, await proveConsistency(engine, old, size), note)
  if (answer.kind === 'behind' && again && answer.size <= size && answer.size !== old) {
    last.set(country, answer.size)
    return cosigned(engine, checkpoint, witness, last, false)
  }
  if (answer.kind !== 'signed') return null
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1)
  const line = answer.lines.find((one) => checkLine(text, one, verifier) === true)
  if (!line) return null
  last.set(country, size)
  return lineText(line)
}
