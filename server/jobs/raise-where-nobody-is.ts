import { escalationWrite, type OwedRow, officeRowsAfter } from '../../db/ladder-queries.ts'
import { caseRoles } from '../domain/cases/roles.ts'
import type { Office } from '../domain/world.ts'
import { isAnybodyThere } from '../services/attendance.ts'
import type { Service } from '../services/service.ts'
import { pause } from './pause.ts'

/** Rows a portion: some milliseconds of work, the commit included. */
const PORTION = 50

/**
 * Where nobody has the role, and no other office stands in, nobody would ever be late: the focal agency hears at once.
 * Only the queues of offices that lack somebody are gone through.
 */
export async function raiseWhereNobodyIs(service: Service): Promise<void> {
  const lacking = [...service.world.offices.values()].filter(({ id, roles }) =>
    roles.some((role) => caseRoles.has(role) && !isAnybodyThere(service, id, [role])),
  )
  for (const { id, country } of lacking) if (country) await raiseIn(service, id, country)
}

async function raiseIn(service: Service, office: Office['id'], country: NonNullable<Office['country']>) {
  const now = service.clock.now()
  for (let last: OwedRow | null = null; ; ) {
    const rows = await officeRowsAfter(service.engine, office, last, PORTION)
    const raised = rows.filter(
      ({ owes, isRaised, roles }) => owes && !isRaised && !isAnybodyThere(service, office, roles),
    )
    if (raised.length > 0) await service.engine.commit(raised.map((row) => escalationWrite(row, country, 1, now)))
    last = rows.at(-1) ?? null
    if (rows.length < PORTION || last === null) return
    await pause()
  }
}
