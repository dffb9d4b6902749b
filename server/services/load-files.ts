import { loadCases, UnknownProcedure } from '../../db/case-queries.ts'
import type { StoredCase } from '../domain/disclosure/see-case.ts'
import type { CaseId, OfficeId } from '../domain/kernel/ids.ts'
import { pinned } from '../domain/world.ts'
import { refreshProcedures, type Service } from './service.ts'

/** Files as they lie in the store, for the gate; `office` is the reader's. */
export async function loadFiles(
  service: Service,
  ids: readonly CaseId[],
  office: OfficeId,
): Promise<readonly StoredCase[]> {
  const load = () =>
    loadCases(service.engine, service.files, (id, version) => pinned(service.world, id, version), ids, office)
  try {
    return await load()
  } catch (error) {
    if (!(error instanceof UnknownProcedure)) throw error
    // Another process added a procedure and a case began on it: read the procedures anew, once.
    await refreshProcedures(service)
    return load()
  }
}
