import type { Engine } from '../../db/engine.ts'
import { changesBetween, lastPlacesOf, type PlacedChange, placeChanges } from '../../db/work-change-queries.ts'
import { mayAsk } from '../domain/disclosure/question-rules.ts'
import type { OfficeId } from '../domain/kernel/ids.ts'
import type { LiveStream } from './live-stream.ts'

/** More changes than this are not read for somebody who comes back: asking for everything anew costs less. */
const MOST_MISSED = 2000

/** Brings every listener up to the last change of their office, each office read once. */
export async function catchUp(engine: Engine, streams: Iterable<LiveStream>): Promise<void> {
  const listening = [...streams].filter(
    ({ by, hearsWork }) => hearsWork && by.country !== null && mayAsk('workChanged', by.role),
  )
  const byOffice = Map.groupBy(listening, ({ by }) => by.office)
  const offices = [...byOffice.keys()]
  if (offices.length === 0) return
  await placeChanges(engine, offices)
  const lasts = await lastPlacesOf(engine, offices)
  for (const [office, own] of byOffice) await bringTo(engine, office, lasts.get(office) ?? 0, own)
}

async function bringTo(engine: Engine, office: OfficeId, last: number, streams: readonly LiveStream[]): Promise<void> {
  const seen = streams.map((stream) => stream.seen ?? last).filter((place) => isNear(place, last))
  const from = Math.min(last, ...seen)
  const changes = from < last ? await changesBetween(engine, office, from, last, MOST_MISSED) : []
  for (const stream of streams) bring(stream, changes, last)
}

function bring(stream: LiveStream, changes: readonly PlacedChange[], last: number): void {
  const { seen } = stream
  if (seen === null) stream.beginAt(last)
  else if (seen > last) stream.beginAt(last, 'never-given')
  else if (!isNear(seen, last)) stream.beginAt(last, 'too-many')
  // Places follow each other: where some are missing, they were too old to be kept.
  else if (changes.filter(({ place }) => place > seen).length < last - seen) stream.beginAt(last, 'too-old')
  else if (seen < last) stream.take(changes, last)
}

const isNear = (seen: number, last: number): boolean => seen <= last && last - seen <= MOST_MISSED
