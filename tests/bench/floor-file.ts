import { type Due, deadlineOf, type Floor, label, node } from './floor-store.ts'

interface CaseRow {
  readonly reference: string
  readonly version: number
  readonly stage: string
  readonly child: number
  readonly sent_at: string | null
  readonly requesting_country: string
  readonly country_of_return: string
  readonly procedure: string
}
interface ActRow {
  readonly step: string
  readonly result: string | null
  readonly at: string
}
interface OpenRow extends Due {
  readonly step: string
  readonly opened_at: string
}

/** F on the floor: three statements; a step is done by its act, open by its row in the queue. */
export function files({ database, countries, procedures }: Floor) {
  const cases = database.prepare<[string], CaseRow>(`
    select reference, version, stage, child, sent_at, requesting_country, country_of_return,
      procedure_id || '@' || procedure_version as procedure
    from cases where id = ?`)
  const acts = database.prepare<[string], ActRow>(
    'select step, result, at from acts where case_id = ? and step is not null order by seq',
  )
  const queue = database.prepare<[string], OpenRow>(
    'select step, opened_at, due_day, due_at, amber_at from queue where case_id = ?',
  )
  return ({ id }: { id: string }) => {
    const row = cases.get(id)
    if (!row) return { case: null }
    const done = new Map(acts.all(id).map((act) => [act.step, act]))
    const open = new Map(queue.all(id).map((one) => [one.step, one]))
    const now = new Date().toISOString()
    const past = new Set<string>()
    const steps = [...(procedures.get(row.procedure)?.values() ?? [])].map((step) => {
      const act = done.get(step.key)
      const owed = open.get(step.key)
      const waits = step.after.some((key) => !past.has(key))
      const status = owed ? 'open' : act ? 'done' : waits ? 'waiting' : 'skipped'
      if (status === 'done' || status === 'skipped') past.add(step.key)
      return {
        key: step.key,
        label: step.label,
        side: step.side,
        status: status.toUpperCase(),
        statusLabel: label('status', status),
        openedAt: owed?.opened_at ?? null,
        doneAt: status === 'done' ? (act?.at ?? null) : null,
        result: status === 'done' ? (act?.result ?? null) : null,
        deadline: owed ? deadlineOf(owed, now) : null,
      }
    })
    return {
      case: {
        id: node('Case', id),
        reference: row.reference,
        version: row.version,
        stage: row.stage,
        stageLabel: label('stage', row.stage),
        child: row.child === 1,
        sentAt: row.sent_at,
        requestingCountry: countries.get(row.requesting_country),
        countryOfReturn: countries.get(row.country_of_return),
        steps,
      },
    }
  }
}
