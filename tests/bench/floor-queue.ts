import { type Due, deadlineOf, type Floor, label, node } from './floor-store.ts'
import type { Place } from './questions.ts'

interface Row extends Due {
  readonly case_id: string
  readonly step: string
  readonly owes: number
  readonly opened_at: string
  readonly owing: string
  readonly reference: string
  readonly version: number
  readonly stage: string
  readonly child: number
  readonly requesting_country: string
  readonly country_of_return: string
  readonly procedure: string
}

/** Q on the floor: one statement. */
export function queues({ database, countries, offices, procedures }: Floor) {
  const rows = (place: string) => `
    select q.due_day, q.case_id, q.step, q.owes, q.amber_at, q.due_at, q.opened_at,
      iif(q.owes, q.office_id, (select o.office_id from queue o
        where o.case_id = q.case_id and o.step = q.step and o.owes)) as owing,
      c.reference, c.version, c.stage, c.child, c.requesting_country, c.country_of_return,
      c.procedure_id || '@' || c.procedure_version as procedure
    from queue q join cases c on c.id = q.case_id
    where q.office_id = ? and q.roles like ? ${place}
    order by q.due_day, q.case_id, q.step limit 26`
  const first = database.prepare<[string, string], Row>(rows(''))
  const next = database.prepare<[string, string, ...Place], Row>(rows('and (q.due_day, q.case_id, q.step) > (?, ?, ?)'))
  return ({ office, role, after }: { office: string; role: string; after: Place | null }) => {
    const roles = `%,${role},%`
    const found = after ? next.all(office, roles, ...after) : first.all(office, roles)
    const page = found.slice(0, 25)
    const now = new Date().toISOString()
    const last = page.at(-1)
    return {
      myWork: {
        nodes: page.map((row) => {
          const step = procedures.get(row.procedure)?.get(row.step)
          const deadline = deadlineOf(row, now)
          return {
            owes: row.owes === 1,
            dueDay: deadline && row.due_day,
            step: {
              key: row.step,
              label: step?.label,
              action: step?.action,
              side: step?.side,
              roles: step?.roles,
              openedAt: row.opened_at,
              office: offices.get(row.owing),
              deadline,
            },
            case: {
              id: node('Case', row.case_id),
              reference: row.reference,
              version: row.version,
              stage: row.stage,
              stageLabel: label('stage', row.stage),
              child: row.child === 1,
              requestingCountry: countries.get(row.requesting_country),
              countryOfReturn: countries.get(row.country_of_return),
            },
          }
        }),
        pageInfo: {
          hasNextPage: found.length > page.length,
          endCursor: last
            ? Buffer.from(JSON.stringify([last.due_day, last.case_id, last.step])).toString('base64url')
            : null,
        },
      },
    }
  }
}
