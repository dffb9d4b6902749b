import {
  cosignaturesOf,
  keepCosignatures,
  newestCheckpoints,
  type StoredCheckpoint,
  type StoredCosignature,
} from '../../../db/checkpoint-queries.ts'
import type { Engine } from '../../../db/engine.ts'
import type { KeeperAnswer } from '../../adapters/keeper-client.ts'
import { checkLine } from '../../adapters/notes.ts'
import type { Witness } from '../../adapters/witness-list.ts'
import type { Clock } from '../../clock.ts'
import { lineText } from '../../domain/journal/checkpoint.ts'
import type { CountryCode } from '../../domain/kernel/country.ts'
import { proveConsistency } from './prove.ts'

/** What each witness signed last, as far as it is known here: it says so itself where that is wrong. */
export type SignedLast = Map<CountryCode, number>

/** A witness that is there and does not put its name to what the signer did. */
export interface Refusing {
  readonly country: CountryCode
  readonly why: string
}

/** Asks every witness whose name is not yet under a checkpoint, and keeps what holds. Who is not there is asked again. */
export async function collect(
  engine: Engine,
  clock: Clock,
  checkpoint: StoredCheckpoint,
  witnesses: readonly Witness[],
  last: SignedLast,
): Promise<readonly Refusing[]> {
  const { size } = checkpoint
  const known = new Set(((await cosignaturesOf(engine, [size])).get(size) ?? []).map(({ country }) => country))
  const asked = witnesses.filter(({ country }) => !known.has(country))
  const said = await Promise.all(asked.map((one) => cosigned(engine, checkpoint, one, last)))
  const lines = asked.flatMap(({ country, verifier }, place): readonly StoredCosignature[] => {
    const line = said[place]
    return typeof line === 'string' ? [{ size, country, key: verifier.text, line, at: clock.now() }] : []
  })
  await keepCosignatures(engine, lines)
  const refused = said.flatMap((one) => (one && typeof one !== 'string' ? one : []))
  // A witness may have seen more than this, where another process went on with the log.
  const [newest] = refused.length > 0 ? await newestCheckpoints(engine, 1) : []
  return newest && newest.size > size ? [] : refused
}

/** Its line; why it gives none; null where it is not there. */
async function cosigned(
  engine: Engine,
  { size, note }: StoredCheckpoint,
  { country, verifier, client }: Witness,
  last: SignedLast,
): Promise<string | Refusing | null> {
  const ask = async (old: number): Promise<KeeperAnswer> =>
    client.sign(old, await proveConsistency(engine, old, size), note)
  const first = await ask(Math.min(last.get(country) ?? 0, size))
  const answer = first.kind === 'behind' && first.size <= size ? await ask(first.size) : first
  if (answer.kind === 'absent') return null
  if (answer.kind === 'behind') return { country, why: `it saw ${answer.size} entries` }
  if (answer.kind === 'refused') return { country, why: `it answers ${answer.status}` }
  const text = note.slice(0, note.lastIndexOf('\n\n') + 1)
  const line = answer.lines.find((one) => checkLine(text, one, verifier) === true)
  if (!line) return { country, why: 'its line does not hold for its key' }
  last.set(country, size)
  return lineText(line)
}
