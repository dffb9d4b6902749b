import type { Role } from '../server/domain/cases/roles.ts'
import type { Heard } from '../server/domain/disclosure/work-heard.ts'
import type { CaseId, OfficeId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { and, asc, eq, gt, isNull, lte } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { rolesOf, rolesText } from './queue-roles.ts'
import { param, statement, type Write } from './statement.ts'

const limit = () => param('limit') as never

const insertChange = statement(({ q, t }) =>
  q.insert(t.workChanges).values({
    id: param('id'),
    office: param('office'),
    caseId: param('caseId'),
    roles: param('roles'),
    at: param('at'),
  }),
)
const unplaced = statement(({ q, t, within }) =>
  q
    .select({ id: t.workChanges.id, office: t.workChanges.office })
    .from(t.workChanges)
    .where(and(within(t.workChanges.office, param('offices')), isNull(t.workChanges.place)))
    .orderBy(asc(t.workChanges.at), asc(t.workChanges.id))
    .limit(limit()),
)
const lastPlaces = statement(({ q, t, within }) =>
  q
    .select({ office: t.workPlaces.office, last: t.workPlaces.last })
    .from(t.workPlaces)
    .where(within(t.workPlaces.office, param('offices'))),
)
const firstPlace = statement(({ q, t }) =>
  q
    .insert(t.workPlaces)
    .values({ office: param('office'), last: param('last') })
    .onConflictDoNothing(),
)
const movePlace = statement(({ q, t }) =>
  q
    .update(t.workPlaces)
    .set({ last: param('next') })
    .where(and(eq(t.workPlaces.office, param('office')), eq(t.workPlaces.last, param('last')))),
)
const givePlace = statement(({ q, t }) =>
  q
    .update(t.workChanges)
    .set({ place: param('place') })
    .where(and(eq(t.workChanges.id, param('id')), isNull(t.workChanges.place))),
)
const placed = statement(({ q, t }) =>
  q
    .select({ place: t.workChanges.place, caseId: t.workChanges.caseId, roles: t.workChanges.roles })
    .from(t.workChanges)
    .where(
      and(
        eq(t.workChanges.office, param('office')),
        gt(t.workChanges.place, param('after')),
        lte(t.workChanges.place, param('until')),
      ),
    )
    .orderBy(asc(t.workChanges.place))
    .limit(limit()),
)

/** A change as whoever listens in the office hears of it. */
export interface PlacedChange {
  readonly place: number
  readonly caseId: CaseId
  readonly roles: readonly Role[]
}

/** Which offices hear of a change, as part of the commit that makes it; `of` is what makes it, and is like no other. */
export const changeWrites = (of: string, caseId: CaseId, heard: readonly Heard[], at: Instant): readonly Write[] =>
  heard.map(({ office, roles }) => ({
    statement: insertChange,
    params: { id: `${of} ${caseId} ${office}`, office, caseId, roles: rolesText(roles), at },
  }))

/** Rows a portion. */
const PORTION = 200

/**
 * Gives every change of these offices its place. It is done after the commits, by whoever wants to read: places follow
 * each other without a gap that could be filled later, and no writer waits for another.
 */
export async function placeChanges(engine: Engine, offices: readonly OfficeId[]): Promise<void> {
  for (;;) {
    // The last places first: who gives some in between makes the commit below be refused.
    const lasts = await lastPlacesOf(engine, offices)
    const rows = await engine.all(unplaced, { offices: JSON.stringify(offices), limit: PORTION })
    if (rows.length === 0) return
    // In the order of the offices, so that two processes never wait for each other.
    const byOffice = [...Map.groupBy(rows, ({ office }) => office as OfficeId)].toSorted(([one], [other]) =>
      one < other ? -1 : 1,
    )
    // Refused where another process was faster; then its work is looked at.
    await engine.commit(
      byOffice.flatMap(([office, own]): Write[] => {
        const last = lasts.get(office) ?? 0
        return [
          { statement: firstPlace, params: { office, last: 0 } },
          {
            statement: movePlace,
            params: { office, last, next: last + own.length },
            unless: { rows: 1, refused: 'conflict' },
          },
          ...own.map(({ id }, position): Write => {
            const params = { id, place: last + position + 1 }
            return { statement: givePlace, params, unless: { rows: 1, refused: 'conflict' } }
          }),
        ]
      }),
    )
  }
}

/** The last place given in each office; none where nothing was ever heard. */
export async function lastPlacesOf(
  engine: Engine,
  offices: readonly OfficeId[],
): Promise<ReadonlyMap<OfficeId, number>> {
  const rows = await engine.all(lastPlaces, { offices: JSON.stringify(offices) })
  return new Map(rows.map(({ office, last }) => [office as OfficeId, last]))
}

/** Changes of an office after one place up to another, in their order. */
export async function changesBetween(
  engine: Engine,
  office: OfficeId,
  after: number,
  until: number,
  most: number,
): Promise<readonly PlacedChange[]> {
  const rows = await engine.all(placed, { office, after, until, limit: most })
  return rows.map(({ place, caseId, roles }) => ({
    place: place as number,
    caseId: caseId as CaseId,
    roles: rolesOf(roles) as readonly Role[],
  }))
}
