import type { CaseFile } from '../cases/case-file.ts'
import { authorSide } from '../cases/case-state.ts'
import type { QueueRow } from '../cases/consequences.ts'
import type { Role } from '../cases/roles.ts'
import { type CountryCode, sideOf } from '../kernel/country.ts'
import type { OfficeId } from '../kernel/ids.ts'
import type { World } from '../world.ts'
import { isThere } from './field-rules.ts'
import { secrecyOf } from './secrecy.ts'
import { versionFor } from './see-case.ts'

/** An office whose work changed, and the roles whose own work did. */
export interface Heard {
  readonly office: OfficeId
  readonly roles: readonly Role[]
}

/** A case with what it has in the queues. */
interface Queued {
  readonly file: CaseFile
  readonly queue: readonly QueueRow[]
}

/**
 * Who hears that a case changed: exactly those who would see another answer of `myWork` if they asked before and after. What
 * an office does not see is not heard either, so that nobody learns from the hour of a silence. Before the first act there is no case.
 */
export function workHeard(world: World, before: Queued | null, after: Queued): readonly Heard[] {
  const [was, is] = [before && workIn(world, before), workIn(world, after)]
  const offices = new Set([...(was?.keys() ?? []), ...is.keys()])
  return [...offices].toSorted().flatMap((office) => {
    const [one, other] = [was?.get(office), is.get(office)]
    const roles = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])
    const heard = [...roles].filter((role) => one?.get(role) !== other?.get(role))
    return heard.length > 0 ? [{ office, roles: heard }] : []
  })
}

type Work = ReadonlyMap<OfficeId, ReadonlyMap<Role, string>>

/** What each role of each office finds of a case in `myWork`, as one text to compare. */
function workIn(world: World, { file, queue }: Queued): Work {
  const work = new Map<OfficeId, Map<Role, string>>()
  const versions = new Map<CountryCode | null, number | null>()
  for (const row of queue) {
    const country = world.offices.get(row.office)?.country ?? null
    if (!versions.has(country)) versions.set(country, versionSeen(file, country))
    const version = versions.get(country) ?? null
    if (version === null) continue
    const own = work.get(row.office) ?? new Map<Role, string>()
    work.set(row.office, own)
    for (const role of row.roles) own.set(role, `${own.get(role) ?? version}\n${textOf(row)}`)
  }
  return work
}

/** The version that a country's offices work with; null where the case is nothing to them. */
function versionSeen(file: CaseFile, country: CountryCode | null): number | null {
  const side = sideOf(file, country)
  if (side === null || !isThere(side === authorSide(file.state), file.state)) return null
  return versionFor(file, side, secrecyOf(file, country))
}

const textOf = ({ step, dueDay, roles, owes, amberAt, dueAt, openedAt }: QueueRow): string =>
  JSON.stringify([step, dueDay, roles, owes, amberAt, dueAt, openedAt])
