import { type CaseRow, loadCases, UnknownProcedure } from '../../db/case-queries.ts'
import type { Actor } from '../domain/cases/actor.ts'
import { mayAsk } from '../domain/disclosure/question-rules.ts'
import type { StoredCase } from '../domain/disclosure/see-case.ts'
import type { CountryCode } from '../domain/kernel/country.ts'
import type { CaseId, OfficeId } from '../domain/kernel/ids.ts'
import { isKnownTo } from '../domain/retention/certificate.ts'
import { pinned } from '../domain/world.ts'
import { rowKnownTo } from './row-known-to.ts'
import { refreshProcedures, type Service } from './service.ts'

const NOBODY = '' as OfficeId

/** Files that this reader's office has a part in, for the gate; a role that reads no case finds none, at the same cost. */
export const loadOwnFiles = (service: Service, ids: readonly CaseId[], by: Actor): Promise<readonly StoredCase[]> =>
  loadFiles(service, ids, mayAsk('case', by.role) ? by.office : NOBODY, ({ part }) => part !== null)

/** Files of which a country knows, whoever has a part in them; of another it finds none, at the same cost. */
export const loadKnownFiles = (
  service: Service,
  ids: readonly CaseId[],
  country: CountryCode | null,
): Promise<readonly StoredCase[]> =>
  loadFiles(service, ids, NOBODY, (row) => isKnownTo(rowKnownTo(service, row), country))

/** Files as they lie in the store, of those rows that are to be read; `office` is the reader's. */
export async function loadFiles(
  service: Service,
  ids: readonly CaseId[],
  office: OfficeId,
  isRead: (row: CaseRow) => boolean = () => true,
): Promise<readonly StoredCase[]> {
  const load = () =>
    loadCases(service.engine, service.files, (id, version) => pinned(service.world, id, version), ids, office, isRead)
  try {
    return await load()
  } catch (error) {
    if (!(error instanceof UnknownProcedure)) throw error
    // Another process added a procedure and a case began on it: read the procedures anew, once.
    await refreshProcedures(service)
    return load()
  }
}
