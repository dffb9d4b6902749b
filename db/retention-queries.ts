import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { CaseId, OfficeId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { and, asc, eq, isNotNull, or, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement } from './statement.ts'

/** A closed case as far as its end is reckoned from it. */
export interface ClosedCase {
  readonly id: CaseId
  readonly reference: string
  readonly requestingCountry: CountryCode
  readonly countryOfReturn: CountryCode
  readonly authorOffice: OfficeId
  /** Null where the country that wrote it closed it alone: the other never heard of it. */
  readonly sentAt: Instant | null
  readonly closedAt: Instant
  readonly isRequested: boolean
}

const closed = (ofCountry: boolean) =>
  statement(({ q, t }) =>
    q
      .select({
        id: t.cases.id,
        reference: t.cases.reference,
        requestingCountry: t.cases.requestingCountry,
        countryOfReturn: t.cases.countryOfReturn,
        authorOffice: t.cases.authorOffice,
        sentAt: t.cases.sentAt,
        closedAt: t.cases.closedAt,
        requested: t.registers.id,
      })
      .from(t.cases)
      .leftJoin(t.registers, and(eq(t.registers.kind, param('erasure')), eq(t.registers.id, t.cases.id)))
      .where(
        and(
          isNotNull(t.cases.closedAt),
          ofCountry
            ? or(eq(t.cases.requestingCountry, param('country')), eq(t.cases.countryOfReturn, param('country')))
            : undefined,
          sql`(${t.cases.closedAt}, ${t.cases.id}) > (${param('at')}, ${param('id')})`,
        ),
      )
      .orderBy(asc(t.cases.closedAt), asc(t.cases.id))
      .limit(param('limit') as never),
  )
const pages = { all: closed(false), ofCountry: closed(true) }

export type ClosedKey = Pick<ClosedCase, 'closedAt' | 'id'>

/** Closed cases of a corridor of a country, or of all, those closed first first; whether it knows of each is not looked at. */
export async function closedCasesOf(
  engine: Engine,
  country: CountryCode | null,
  after: ClosedKey | null,
  limit: number,
): Promise<readonly ClosedCase[]> {
  const from = { at: after?.closedAt ?? '', id: after?.id ?? '' }
  const one = country === null ? pages.all : pages.ofCountry
  const rows = await engine.all(one, { erasure: 'erasure', country, ...from, limit })
  return rows.map(({ requested, ...row }) => ({ ...row, isRequested: requested !== null })) as unknown as ClosedCase[]
}
