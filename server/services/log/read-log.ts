import {
  checkpointOf,
  cosignaturesOf,
  newestCheckpoints,
  type StoredCheckpoint,
} from '../../../db/checkpoint-queries.ts'
import { placesOf } from '../../../db/log-queries.ts'
import { receiptsOf } from '../../../db/receipt-queries.ts'
import type { Receipt } from '../../domain/journal/entry.ts'
import { isHash } from '../../domain/journal/log-line.ts'
import { planInclusion } from '../../domain/journal/proofs.ts'
import { isBinding } from '../../domain/journal/quorum.ts'
import type { Hash } from '../../domain/journal/tree.ts'
import { type CountryCode, countryCodes } from '../../domain/kernel/country.ts'
import type { JournalId } from '../../domain/kernel/ids.ts'
import type { Instant } from '../../domain/kernel/instant.ts'
import type { Service } from '../service.ts'
import { prove, proveConsistency } from './prove.ts'

/** That a receipt's entry is in the log: with `kind`, `id`, `at` and `leaf` it makes the leaf that the hashes lead up from. */
export interface ReceiptProof {
  readonly kind: string
  readonly index: number
  /** With the lines of its witnesses: filed, it proves by itself whether it is binding. */
  readonly checkpoint: string
  readonly hashes: readonly Hash[]
  /** Whether the witnesses of four countries put their names under that checkpoint. */
  readonly binding: boolean
}

export interface Cosigned {
  readonly country: CountryCode
  readonly line: string
  readonly at: Instant
}

/** A checkpoint with the names under it. */
export interface SeenCheckpoint extends StoredCheckpoint {
  readonly witnesses: readonly Cosigned[]
  readonly binding: boolean
}

/** How many of the last checkpoints are looked through for one that is binding. */
const LOOKED_THROUGH = 20

async function withWitnesses(
  { engine }: Service,
  checkpoints: readonly StoredCheckpoint[],
): Promise<readonly SeenCheckpoint[]> {
  const lines = await cosignaturesOf(
    engine,
    checkpoints.map(({ size }) => size),
  )
  return checkpoints.map((one) => {
    const witnesses = inOrder(lines.get(one.size) ?? [])
    return { ...one, witnesses, binding: isBinding(witnesses.map(({ country }) => country)) }
  })
}

/** Countries stand in the order of the Joint Declaration, never in that of their codes. */
const inOrder = <T extends { readonly country: CountryCode }>(lines: readonly T[]): readonly T[] =>
  countryCodes.flatMap((country) => lines.filter((line) => line.country === country))

/** A checkpoint as a file to keep: the note, with the lines of all witnesses. */
export const wholeNote = ({ note, witnesses }: SeenCheckpoint): string =>
  note + witnesses.map(({ line }) => line).join('')

/** The checkpoint of a size, or the newest; null where none was signed. */
export async function checkpointAt(service: Service, size: number | null): Promise<SeenCheckpoint | null> {
  const found = size === null ? await newestCheckpoints(service.engine, 1) : [await checkpointOf(service.engine, size)]
  const [seen] = await withWitnesses(
    service,
    found.flatMap((one) => one ?? []),
  )
  return seen ?? null
}

/** Null where that many entries were never signed, or `to` is before `from`. */
export async function consistencyBetween(service: Service, from: number, to: number): Promise<readonly Hash[] | null> {
  const [newest] = await newestCheckpoints(service.engine, 1)
  return from < 0 || from > to || to > (newest?.size ?? 0) ? null : proveConsistency(service.engine, from, to)
}

/** Proofs of receipts, by the newest binding checkpoint that has the entry, else by the newest; pending ones are left out. */
export async function receiptProofs(
  service: Service,
  ids: readonly JournalId[],
): Promise<ReadonlyMap<string, ReceiptProof>> {
  const places = await placesOf(service.engine, ids)
  const newest = await newestCheckpoints(service.engine, LOOKED_THROUGH)
  const checkpoints = await withWitnesses(service, newest)
  const binding = checkpoints.find((one) => one.binding)
  const chosen = places.flatMap((place) => {
    const checkpoint = [binding, checkpoints[0]].find((one) => one && one.size > place.index)
    return checkpoint ? [{ ...place, checkpoint }] : []
  })
  const hashes = await prove(
    service.engine,
    chosen.map(({ index, checkpoint }) => planInclusion(index, checkpoint.size)),
  )
  return new Map(
    chosen.map(({ id, kind, index, checkpoint }, at) => {
      const { binding } = checkpoint
      return [id, { kind, index, checkpoint: wholeNote(checkpoint), hashes: hashes[at] ?? [], binding }]
    }),
  )
}

const JOURNAL_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The receipt that somebody filed: who knows id and leaf has it. */
export async function receiptFiled(service: Service, id: JournalId, leaf: string): Promise<Receipt | null> {
  if (!JOURNAL_ID.test(id) || !isHash(leaf)) return null
  const [receipt] = await receiptsOf(service.engine, [id])
  return receipt?.leaf === leaf ? receipt : null
}
