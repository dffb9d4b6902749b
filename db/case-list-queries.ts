import type { SQL } from 'drizzle-orm'
import type { Stage } from '../server/domain/cases/stage.ts'
import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { CaseId, OfficeId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { and, asc, desc, eq, gt, lt, ne, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, type Statement, statement } from './statement.ts'

/** What a list of cases can be narrowed by. */
export interface CaseFilter {
  readonly requestingCountry?: CountryCode | null | undefined
  readonly countryOfReturn?: CountryCode | null | undefined
  readonly stage?: Stage | null | undefined
  readonly child?: boolean | null | undefined
}
export type CaseOrder = 'NEWEST_FIRST' | 'OLDEST_FIRST'

const lists = new Map<string, Statement<{ id: string }>>()

/** One statement for each combination of filters, compiled once. Ids are UUIDv7: their order is that of creation. */
function listStatement(
  filter: CaseFilter,
  order: CaseOrder,
  after: boolean,
  closed: boolean,
): Statement<{ id: string }> {
  const given = Object.entries(filter).flatMap(([name, value]) => (value === null || value === undefined ? [] : [name]))
  const key = `${given.sort().join()}|${order}|${after}|${closed}`
  const known = lists.get(key)
  if (known) return known
  const made = statement(({ q, t }) => {
    const conditions: SQL[] = [eq(t.parts.office, param('office'))]
    if (given.includes('requestingCountry')) conditions.push(eq(t.cases.requestingCountry, param('requestingCountry')))
    if (given.includes('countryOfReturn')) conditions.push(eq(t.cases.countryOfReturn, param('countryOfReturn')))
    if (given.includes('stage')) conditions.push(eq(t.cases.stage, param('stage')))
    if (given.includes('child')) conditions.push(eq(t.cases.child, param('child')))
    if (!closed) conditions.push(ne(t.cases.stage, 'CLOSED'))
    else conditions.push(sql`(${t.cases.closedAt} is null or ${t.cases.closedAt} > ${param('closedAfter')})`)
    if (after)
      conditions.push(
        order === 'NEWEST_FIRST' ? lt(t.parts.caseId, param('after')) : gt(t.parts.caseId, param('after')),
      )
    return q
      .select({ id: t.parts.caseId })
      .from(t.parts)
      .innerJoin(t.cases, eq(t.cases.id, t.parts.caseId))
      .where(and(...conditions))
      .orderBy(order === 'NEWEST_FIRST' ? desc(t.parts.caseId) : asc(t.parts.caseId))
      .limit(param('limit') as never)
  })
  lists.set(key, made)
  return made
}

/** Ids of the cases an office has a part in, a page at a time, keyset; closed ones where it may read them, and not long after. */
export async function listCaseIds(
  engine: Engine,
  by: { readonly office: OfficeId; readonly closed: boolean; readonly closedAfter: Instant },
  filter: CaseFilter,
  order: CaseOrder,
  after: CaseId | null,
  limit: number,
): Promise<CaseId[]> {
  const rows = await engine.all(listStatement(filter, order, after !== null, by.closed), {
    ...filter,
    child: filter.child ? 1 : 0,
    office: by.office,
    closedAfter: by.closedAfter,
    after,
    limit,
  })
  return rows.map(({ id }) => id as CaseId)
}
