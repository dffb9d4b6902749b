import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { CaseId } from '../server/domain/kernel/ids.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import type { Certificate } from '../server/domain/retention/certificate.ts'
import { and, desc, eq, or, sql } from './drizzle.ts'
import type { Engine } from './engine.ts'
import { closedCases, unsentCases } from './erasure-reads.ts'
import { param, type Statement, statement, type Write } from './statement.ts'

/** Where a page of candidates ended. */
export interface Candidate {
  readonly id: CaseId
  readonly at: Instant
}
const START: Pick<Candidate, 'at'> & { id: string } = { id: '', at: '' as Instant }

const pages =
  (one: Statement<unknown>) => async (engine: Engine, before: Instant, after: Candidate | null, limit: number) =>
    (await engine.all(one, { before, ...(after ?? START), limit })) as readonly Candidate[]

/** Cases that were closed before an instant, by when. */
export const casesClosedBefore = pages(closedCases)
/** Cases known to one country alone that nobody has touched since an instant, by when. */
export const unsentUntouchedSince = pages(unsentCases)

const existing = statement(({ q, t, within }) =>
  q
    .select({ id: t.cases.id })
    .from(t.cases)
    .where(within(t.cases.id, param('ids'))),
)
/** Which of these cases are still there. */
export async function casesThere(engine: Engine, ids: readonly CaseId[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  return new Set((await engine.all(existing, { ids: JSON.stringify(ids) })).map(({ id }) => id))
}

const insertCertificate = statement(({ q, t }) =>
  q.insert(t.erasures).values({
    id: param('id'),
    at: param('at'),
    why: param('why'),
    openedBy: param('openedBy'),
    sharedWith: param('sharedWith'),
    counts: param('counts'),
    journalEntries: param('journalEntries'),
    caseHash: param('caseHash'),
  }),
)
export const certificateWrite = (certificate: Certificate): Write => ({
  statement: insertCertificate,
  params: { ...certificate, counts: JSON.stringify(certificate.counts) },
})

const certificates = (ofCase: boolean) =>
  statement(({ q, t }) =>
    q
      .select()
      .from(t.erasures)
      .where(
        and(
          or(eq(t.erasures.openedBy, param('country')), eq(t.erasures.sharedWith, param('country'))),
          ofCase ? eq(t.erasures.caseHash, param('caseHash')) : undefined,
          sql`(${t.erasures.at}, ${t.erasures.id}) < (${param('at')}, ${param('id')})`,
        ),
      )
      .orderBy(desc(t.erasures.at), desc(t.erasures.id))
      .limit(param('limit') as never),
  )
const newest = { all: certificates(false), ofCase: certificates(true) }

/** Certificates of cases that a country knew of, the newest first. */
export async function certificatesOf(
  engine: Engine,
  country: CountryCode,
  hash: string | null,
  after: Pick<Certificate, 'at' | 'id'> | null,
  limit: number,
): Promise<readonly Certificate[]> {
  const from = after ?? { at: '9999', id: '' }
  const one = hash === null ? newest.all : newest.ofCase
  const rows = await engine.all(one, { country, caseHash: hash, ...from, limit })
  return rows.map((row) => ({ ...row, counts: JSON.parse(row.counts) })) as unknown as readonly Certificate[]
}
