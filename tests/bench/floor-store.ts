import Database from 'better-sqlite3'
import { openDatabase } from '../../db/open.ts'
import { storedProcedures } from '../../db/procedure-queries.ts'
import { readWorld } from '../../db/reference/world.ts'
import labels from '../../locales/en/labels.json' with { type: 'json' }
import type { Procedure, Step } from '../../server/domain/procedures/procedure.ts'

type Words = Readonly<Record<string, string>>

/** What the floor keeps in memory: words, ready to be put into answers. */
export interface Floor {
  readonly database: Database.Database
  readonly countries: ReadonlyMap<string, { readonly code: string; readonly name: string }>
  readonly offices: ReadonlyMap<string, object>
  readonly procedures: ReadonlyMap<string, ReadonlyMap<string, FloorStep>>
}

interface FloorStep {
  readonly key: string
  readonly label: string
  readonly action: string
  readonly side: string
  readonly roles: readonly string[]
  readonly after: readonly string[]
}

export async function openFloor(path: string): Promise<Floor> {
  const engine = openDatabase(`file:${path}`)
  const procedures = await storedProcedures(engine)
  await engine.close()
  const { countries, offices } = readWorld(procedures)
  const database = new Database(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  return {
    database,
    countries: new Map([...countries].map(([code, { label }]) => [code, { code, name: label.en }])),
    offices: new Map([...offices].map(([id, { label }]) => [id, { id: node('Office', id), code: id, name: label.en }])),
    procedures: new Map(procedures.map((one) => [`${one.id}@${one.version}`, stepsOf(one)])),
  }
}

/** Of a case that began with a request: other steps count as done for what comes after them. */
function stepsOf({ steps }: Procedure) {
  const own = steps.filter(({ routes }) => !routes || routes.includes('ordinary'))
  const keys = new Set(own.map(({ key }) => key))
  return new Map(
    own.map(({ key, label, action, owedBy, after }: Step) => [
      key as string,
      {
        key,
        label: label.en,
        action: name(action),
        side: name(owedBy.side),
        roles: owedBy.roles.map(name),
        after: after.filter((one) => keys.has(one)),
      },
    ]),
  )
}

const name = (code: string): string => code.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()

export const node = (type: string, id: string): string => Buffer.from(`${type}:${id}`).toString('base64url')

/** `label('stage', 'SENT')`: the English word of a closed list. */
export const label = (list: 'stage' | 'status' | 'deadline', code: string): string =>
  (labels as Words)[`${list}.${code}`] ?? ''

export interface Due {
  readonly due_day: string
  readonly due_at: string | null
  readonly amber_at: string | null
}

/** The deadline as the queue keeps it, and where it stands now. */
export function deadlineOf({ due_day, due_at, amber_at }: Due, now: string): object | null {
  if (due_at === null) return null
  const state = now > due_at ? 'red' : amber_at !== null && now >= amber_at ? 'amber' : 'on-time'
  return {
    dueDay: due_day,
    dueAt: due_at,
    amberAt: amber_at,
    state: STATES[state],
    stateLabel: label('deadline', state),
  }
}
const STATES = { red: 'RED', amber: 'AMBER', 'on-time': 'ON_TIME' } as const
