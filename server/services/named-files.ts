import type { Setting } from '../domain/cases/act.ts'
import type { CaseFile } from '../domain/cases/case-file.ts'
import { seeCase } from '../domain/disclosure/see-case.ts'
import type { Fields } from '../domain/kernel/fields.ts'
import type { CaseId } from '../domain/kernel/ids.ts'
import { problem, Refusal } from '../domain/kernel/problem.ts'
import { loadOwnFiles } from './load-files.ts'
import type { Service } from './service.ts'

/** Other cases that the input names, as far as the officer may see them. */
export async function namedBy(
  service: Service,
  fields: Fields,
  input: Readonly<Record<string, unknown>>,
  setting: Setting,
): Promise<ReadonlyMap<CaseId, CaseFile>> {
  const ids = Object.entries(fields).flatMap(([name, { type }]) =>
    type.kind === 'id' && type.of === 'Case' ? [input[name] as CaseId] : [],
  )
  if (ids.length === 0) return new Map()
  return new Map((await seenFiles(service, ids, setting)).map((file) => [file.id, file]))
}

/** Files of a new list; one the officer may not see does not exist, and the list is refused whole. */
export async function filesFor(
  service: Service,
  ids: readonly CaseId[],
  path: string,
  setting: Setting,
): Promise<readonly CaseFile[] | Refusal> {
  const seen = await seenFiles(service, ids, setting)
  const found = new Set(seen.map(({ id }) => id))
  const missing = ids.flatMap((id, position) =>
    found.has(id) ? [] : [problem('NOT_FOUND', {}, [path, String(position)])],
  )
  return missing.length > 0 ? new Refusal(missing) : seen
}

/** Of these cases, the files of those the officer may see. */
async function seenFiles(service: Service, ids: readonly CaseId[], { by, at }: Setting): Promise<readonly CaseFile[]> {
  const stored = await loadOwnFiles(service, ids, by)
  return stored.filter((one) => seeCase(service.world, one, by, at.now) !== null).map(({ file }) => file)
}
