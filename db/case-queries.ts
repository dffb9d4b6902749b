import type { Act, CaseFile } from '../server/domain/cases/case-file.ts'
import { replay } from '../server/domain/cases/replay.ts'
import type { StoredCase } from '../server/domain/disclosure/see-case.ts'
import type { CountryCode } from '../server/domain/kernel/country.ts'
import type { CaseId, OfficeId, ProcedureId } from '../server/domain/kernel/ids.ts'
import type { Procedure } from '../server/domain/procedures/procedure.ts'
import { and, asc, eq } from './drizzle.ts'
import type { Engine } from './engine.ts'
import type { FileCache } from './file-cache.ts'
import { param, statement, type Writing } from './statement.ts'

export type CaseRow = NonNullable<(typeof casesByIds)['row']>
type ActRow = NonNullable<(typeof actsOfCases)['row']>

// A case with whether `office` has a part in it: one join, so that a list of cases stays two statements.
const casesByIds = statement(({ q, t, within }) =>
  q
    .select(caseColumns(t))
    .from(t.cases)
    .leftJoin(t.parts, and(eq(t.parts.caseId, t.cases.id), eq(t.parts.office, param('office'))))
    .where(within(t.cases.id, param('ids'))),
)
const actsOfCases = statement(({ q, t, within }) =>
  q
    .select()
    .from(t.acts)
    .where(within(t.acts.caseId, param('ids')))
    .orderBy(asc(t.acts.caseId), asc(t.acts.seq)),
)
const caseByReference = statement(({ q, t }) =>
  q
    .select({ id: t.cases.id })
    .from(t.cases)
    .where(eq(t.cases.reference, param('reference'))),
)

const caseColumns = (t: Writing['t']) => ({
  id: t.cases.id,
  reference: t.cases.reference,
  requestingCountry: t.cases.requestingCountry,
  countryOfReturn: t.cases.countryOfReturn,
  version: t.cases.version,
  authorOffice: t.cases.authorOffice,
  sentAt: t.cases.sentAt,
  procedure: t.cases.procedure,
  procedureVersion: t.cases.procedureVersion,
  part: t.parts.office,
})

/** Finds a procedure a case is pinned to; null when this release has never seen it. */
export type FindProcedure = (id: ProcedureId, version: number) => Procedure | null

/** A case is pinned to a procedure that this process has not read yet. */
export class UnknownProcedure extends Error {}

/**
 * Whole files, and whether `office` has a part in each; what does not exist is left out. Two statements, however many.
 * A file whose row `isRead` leaves out is not read at all: it costs what one costs that never was.
 */
export async function loadCases(
  engine: Engine,
  cache: FileCache,
  find: FindProcedure,
  ids: readonly CaseId[],
  office: OfficeId,
  isRead: (row: CaseRow) => boolean = () => true,
): Promise<StoredCase[]> {
  if (ids.length === 0) return []
  const found = await engine.all(casesByIds, { ids: JSON.stringify(ids), office })
  const rows = found.filter(isRead)
  const files = new Map<string, CaseFile>()
  for (const row of rows) {
    const known = cache.of(row.id as CaseId, row.version)
    if (known) files.set(row.id, known)
  }
  const unread = rows.filter(({ id }) => !files.has(id))
  if (unread.length > 0) {
    const acts = await engine.all(actsOfCases, { ids: JSON.stringify(unread.map(({ id }) => id)) })
    const byCase = Map.groupBy(acts, (act) => act.caseId)
    for (const row of unread) {
      const file = fileOf(row, byCase.get(row.id) ?? [], find)
      cache.keep(file)
      files.set(row.id, file)
    }
  }
  const parts = new Map(rows.map(({ id, part }) => [id, part !== null]))
  return ids.flatMap((id) => {
    const file = files.get(id)
    return file ? [{ file, hasPart: parts.get(id) === true }] : []
  })
}

export async function caseIdByReference(engine: Engine, reference: string): Promise<CaseId | null> {
  const [row] = await engine.all(caseByReference, { reference })
  return (row?.id as CaseId | undefined) ?? null
}

function fileOf(row: CaseRow, rows: readonly ActRow[], find: FindProcedure): CaseFile {
  const procedure = find(row.procedure as ProcedureId, row.procedureVersion)
  if (!procedure) throw new UnknownProcedure(`${row.procedure} version ${row.procedureVersion} is not known`)
  const acts = rows.map(actOf)
  return {
    id: row.id as CaseId,
    reference: row.reference,
    requestingCountry: row.requestingCountry as CountryCode,
    countryOfReturn: row.countryOfReturn as CountryCode,
    // From the acts themselves: the row may have been read a moment earlier or later.
    version: acts.at(-1)?.seq ?? 0,
    authorOffice: row.authorOffice as OfficeId,
    procedure,
    acts,
    state: replay(procedure, acts),
  }
}

const actOf = (row: ActRow): Act =>
  ({
    seq: row.seq,
    action: row.action,
    step: row.step,
    reopens: JSON.parse(row.reopens),
    result: row.result,
    record: JSON.parse(row.record),
    by: { account: row.account, person: row.person, office: row.office, country: row.country, role: row.role },
    at: row.at,
    handover: row.handover,
    journal: row.journal,
  }) as Act
