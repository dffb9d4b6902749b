import type { Disclosure, ReadWay } from '../server/domain/disclosure/reading.ts'
import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { CaseId } from '../server/domain/kernel/ids.ts'
import { and, desc, eq, ne, or, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { param, statement, type Write } from './statement.ts'

const insertDisclosure = statement(({ q, t }) =>
  q
    .insert(t.disclosures)
    .values({
      id: param('id'),
      caseId: param('caseId'),
      account: param('account'),
      office: param('office'),
      country: param('country'),
      role: param('role'),
      how: param('how'),
      purpose: param('purpose'),
      at: param('at'),
      openedBy: param('openedBy'),
      sharedWith: param('sharedWith'),
    })
    // Written, and the answer lost: writing it again is nothing.
    .onConflictDoNothing(),
)
export const disclosureWrite = (one: Disclosure): Write => ({ statement: insertDisclosure, params: { ...one } })

const readings = (ofCase: boolean) =>
  statement(({ q, t }) =>
    q
      .select()
      .from(t.disclosures)
      .where(
        and(
          ofCase ? eq(t.disclosures.caseId, param('caseId')) : undefined,
          // That an officer acted is for the officer's own country: the act may be hidden from the other.
          or(ne(t.disclosures.how, param('act')), eq(t.disclosures.country, param('country'))),
          or(eq(t.disclosures.openedBy, param('country')), eq(t.disclosures.sharedWith, param('country'))),
          sql`(${t.disclosures.at}, ${t.disclosures.id}) < (${param('at')}, ${param('id')})`,
        ),
      )
      .orderBy(desc(t.disclosures.at), desc(t.disclosures.id))
      .limit(param('limit') as never),
  )
const newest = { all: readings(false), ofCase: readings(true) }

export type DisclosureKey = Pick<Disclosure, 'at' | 'id'>

/** Readings of the cases that a country knew of at the time, or of one of them; the newest first. */
export async function disclosuresOf(
  engine: Engine,
  country: CountryCode,
  caseId: CaseId | null,
  after: DisclosureKey | null,
  limit: number,
): Promise<readonly Disclosure[]> {
  const from = after ?? { at: '9999', id: '' }
  const one = caseId === null ? newest.all : newest.ofCase
  return (await engine.all(one, {
    country,
    caseId,
    act: 'act' satisfies ReadWay,
    ...from,
    limit,
  })) as unknown as readonly Disclosure[]
}
