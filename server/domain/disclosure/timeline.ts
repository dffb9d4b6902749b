import type { CaseFile } from '../cases/case-file.ts'
import { append, replay } from '../cases/replay.ts'
import type { JournalId, StepKey } from '../kernel/ids.ts'
import { openSteps } from '../procedures/steps.ts'

/** Which steps each act opened, by its journal entry: open after it, and not open before. */
export function openedBy(file: CaseFile): ReadonlyMap<JournalId, readonly StepKey[]> {
  const opened = new Map<JournalId, readonly StepKey[]>()
  let before: CaseFile = { ...file, version: 0, acts: [], state: replay(file.procedure, []) }
  for (const act of file.acts) {
    const after = append(before, act)
    const known = new Set(before.acts.length === 0 ? [] : openSteps(file.procedure, before.state).map(({ key }) => key))
    const now = openSteps(file.procedure, after.state).map(({ key }) => key)
    opened.set(
      act.journal,
      now.filter((key) => !known.has(key) || key === act.step),
    )
    before = after
  }
  return opened
}
