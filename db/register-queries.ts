import type { Instant } from '../server/domain/kernel/instant.ts'
import type { AnyRegistered, RegisterChange, Registered, RegisterKind } from '../server/domain/registers/register.ts'
import { and, asc, desc, eq, lt } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { meetingNumberWrites } from './meeting-number-queries.ts'
import { contentOf } from './register-content.ts'
import { insertRegister } from './register-insert.ts'
import { param, statement, type Write } from './statement.ts'

const inMemory = statement(({ q, t, within }) =>
  q
    .select({ kind: t.registers.kind, id: t.registers.id, version: t.registers.version, content: t.registers.content })
    .from(t.registers)
    .where(within(t.registers.kind, param('kinds')))
    .orderBy(asc(t.registers.at), asc(t.registers.kind), asc(t.registers.id)),
)
const versions = statement(({ q, t, within }) =>
  q
    .select({ kind: t.registers.kind, id: t.registers.id, version: t.registers.version })
    .from(t.registers)
    .where(within(t.registers.kind, param('kinds')))
    .orderBy(asc(t.registers.kind), asc(t.registers.id)),
)
const oneEntry = statement(({ q, t }) =>
  q
    .select({ version: t.registers.version, content: t.registers.content })
    .from(t.registers)
    .where(and(eq(t.registers.kind, param('kind')), eq(t.registers.id, param('id')))),
)
const newestOfKind = (after: boolean) =>
  statement(({ q, t }) =>
    q
      .select({ id: t.registers.id, version: t.registers.version, content: t.registers.content })
      .from(t.registers)
      .where(and(eq(t.registers.kind, param('kind')), after ? lt(t.registers.id, param('after')) : undefined))
      .orderBy(desc(t.registers.id))
      .limit(param('limit') as never),
  )
const newest = { first: newestOfKind(false), next: newestOfKind(true) }
const updateRegister = statement(({ q, t }) =>
  q
    .update(t.registers)
    .set({ version: param('version'), content: param('content'), at: param('at') })
    .where(
      and(
        eq(t.registers.kind, param('kind')),
        eq(t.registers.id, param('id')),
        eq(t.registers.version, param('expected')),
      ),
    ),
)

/** What every request needs to know; meetings are read when they are asked for. */
const REMEMBERED: readonly RegisterKind[] = ['limit', 'delegation', 'holidays']
const kinds = JSON.stringify(REMEMBERED)

export async function storedRegisters(engine: Engine): Promise<readonly AnyRegistered[]> {
  const rows = await engine.all(inMemory, { kinds })
  return rows.map((row) => ({ ...row, content: contentOf(row.kind as RegisterKind, row.content) }) as AnyRegistered)
}

/** Changes whenever one of them does. */
export const registerSignature = async (engine: Engine): Promise<string> =>
  (await engine.all(versions, { kinds })).map(({ kind, id, version }) => `${kind} ${id} ${version}`).join(',')

interface Row {
  readonly id: string
  readonly version: number
  readonly content: string
}
const entryFrom = <K extends RegisterKind>(kind: K, { id, version, content }: Row): Registered<K> => ({
  kind,
  id,
  version,
  content: contentOf(kind, content),
})

export async function registerEntry<K extends RegisterKind>(
  engine: Engine,
  kind: K,
  id: string,
): Promise<Registered<K> | null> {
  const [row] = await engine.all(oneEntry, { kind, id })
  return row ? entryFrom(kind, { id, ...row }) : null
}

const severalEntries = statement(({ q, t, within }) =>
  q
    .select({ id: t.registers.id, version: t.registers.version, content: t.registers.content })
    .from(t.registers)
    .where(and(eq(t.registers.kind, param('kind')), within(t.registers.id, param('ids'))))
    .orderBy(asc(t.registers.id)),
)

/** Entries of a kind by their ids, in the order of the ids; those that are not there are left out. */
export async function registerEntries<K extends RegisterKind>(
  engine: Engine,
  kind: K,
  ids: readonly string[],
): Promise<readonly Registered<K>[]> {
  const rows = await engine.all(severalEntries, { kind, ids: JSON.stringify(ids) })
  return rows.map((row) => entryFrom(kind, row))
}

/** Entries of a kind, the newest first: ids rise with time. */
export async function newestEntries<K extends RegisterKind>(
  engine: Engine,
  kind: K,
  after: string | null,
  limit: number,
): Promise<readonly Registered<K>[]> {
  const rows = await engine.all(after === null ? newest.first : newest.next, { kind, after, limit })
  return rows.map((row) => entryFrom(kind, row))
}

const sameVersion = statement(({ q, t }) =>
  q
    .update(t.registers)
    .set({ version: param('version') })
    .where(
      and(
        eq(t.registers.kind, param('kind')),
        eq(t.registers.id, param('id')),
        eq(t.registers.version, param('version')),
      ),
    ),
)

/** Refuses where an entry has changed meanwhile, and lets nobody change it in this commit. */
export const unchangedEntry = ({ kind, id, version }: AnyRegistered): Write => ({
  statement: sameVersion,
  params: { kind, id, version },
  unless: { rows: 1, refused: 'conflict' },
})

export function registerWrites({ before, after }: RegisterChange, at: Instant): readonly Write[] {
  // Figures are looked for by what they count, and have tables of their own.
  if (after.kind === 'aggregates') return []
  const row = { ...after, content: JSON.stringify(after.content), at, expected: before }
  const statementOf = before === null ? insertRegister : updateRegister
  const entry: Write = { statement: statementOf, params: row, unless: { rows: 1, refused: 'conflict' } }
  return after.kind === 'meeting' ? [entry, ...meetingNumberWrites(after, at)] : [entry]
}
