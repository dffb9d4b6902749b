import { type Corridor, countryOf, otherSide, type Side } from '../domain/kernel/country.ts'
import { nounsOf } from '../domain/nouns.ts'
import { type Client, type Done, Surprise } from './client.ts'
import { look, type Told } from './look.ts'
import type { Scene } from './scene.ts'

/** A case of a story that was opened. */
export interface Opened {
  readonly id: string
  /** The side that opened it. */
  readonly author: Side
  readonly authorCountry: Corridor['requestingCountry']
  /** Whether the other country knows of it. */
  readonly isSent: boolean
}

/** The same, as both sides see it. */
export interface CaseInPlay extends Opened {
  readonly own: Told
  /** Null until it was sent. */
  readonly across: Told | null
}

/** Acts by which the other country comes to know of a case. */
const SENDS: ReadonlySet<string> = new Set(['reviewRequest', 'openFastTrack'])

/** What the story itself knows of a case after an act: never what the service says of it. */
export function openedBy({ act, side }: Scene, { noun }: Done, before: CaseInPlay | null, corridor: Corridor): Opened {
  const { field, target } = nounsOf(act)
  if (target === null && field === 'case')
    return { id: noun?.id ?? '', author: side, authorCountry: countryOf(corridor, side), isSent: SENDS.has(act) }
  if (!before) throw new Surprise(`${act}: there is no case yet`)
  return { ...before, isSent: act !== 'forwardRequest' && (before.isSent || SENDS.has(act)) }
}

/** The case as both sides see it now; the other side is that of today, should it have been forwarded. */
export async function see(client: Client, one: Opened): Promise<{ seen: CaseInPlay; now: string }> {
  const { told: own } = await look(client, one.authorCountry, one.id)
  if (!own) throw new Surprise(`${one.id}: its own country does not see it`)
  const { told: across, now } = await look(client, countryOf(corridorOf({ own }), otherSide(one.author)), one.id)
  return { seen: { ...one, own, across }, now }
}

export const corridorOf = ({ own }: Pick<CaseInPlay, 'own'>): Corridor => ({
  requestingCountry: own.requestingCountry.code,
  countryOfReturn: own.countryOfReturn.code,
})
