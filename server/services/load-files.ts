import { loadCases, UnknownProcedure } from '../../db/case-queries.ts'
import type { Actor } from '../domain/cases/actor.ts'
import { mayAsk } from '../domain/disclosure/question-rules.ts'
import type { StoredCase } from '../domain/disclosure/see-case.ts'
import type { CaseId, OfficeId } from '../domain/kernel/ids.ts'
import { pinned } from '../domain/world.ts'
import { refreshProcedures, type Service } from './service.ts'

/** Files that this reader's office has a part in, for the gate; a role that reads no case finds none, at the same cost. */
export const loadOwnFiles = (service: Service, ids: readonly CaseId[], by: Actor): Promise<readonly StoredCase[]> =>
  loadFiles(service, ids, mayAsk('case', by.role) ? by.office : ('' as OfficeId), true)

/** Files as they lie in the store; `office` is the reader's, `ownOnly` leaves out those in which it has no part. */
export async function loadFiles(
  service: Service,
  ids: readonly CaseId[],
  office: OfficeId,
  ownOnly = false,
): Promise<readonly StoredCase[]> {
  const load = () =>
    loadCases(service.engine, service.files, (id, version) => pinned(service.world, id, version), ids, office, ownOnly)
  try {
    return await load()
  } catch (error) {
    if (!(error instanceof UnknownProcedure)) throw error
    // Another process added a procedure and a case began on it: read the procedures anew, once.
    await refreshProcedures(service)
    return load()
  }
}
