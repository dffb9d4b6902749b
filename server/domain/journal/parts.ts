import type { Change } from '../cases/act.ts'
import type { CaseId } from '../kernel/ids.ts'
import { isConference } from '../meetings/any-meeting.ts'

/** What an entry says of one case. */
export interface SaidOfCase {
  readonly caseId: CaseId
  readonly said: object
}

/** What an act says of each case it is about: all that belongs to that case, and nothing of another. */
export function saidOfCases({ cases, register }: Change): readonly SaidOfCase[] {
  const { after: entry } = register ?? {}
  if (entry?.kind === 'erasure') return [{ caseId: entry.content.caseId, said: { register: entry.content } }]
  const items = entry?.kind === 'meeting' && !isConference(entry.content) ? entry.content.items : []
  return cases.map(({ after }) => {
    const act = after.acts.at(-1)
    const item = items.find(({ caseId }) => caseId === after.id)
    const { caseId: _id, ...itemSaid } = item ?? {}
    const said = { version: after.version, step: act?.step, result: act?.result, record: act?.record }
    return { caseId: after.id, said: item ? { ...said, item: itemSaid } : said }
  })
}

/** An entry of a register without what it says of cases. */
export function registerWithoutCases({ register }: Change): object | undefined {
  const after = register?.after
  if (after?.kind === 'erasure') return { kind: after.kind, version: after.version }
  if (after?.kind !== 'meeting' || isConference(after.content)) return after
  const { items: _items, ...content } = after.content
  return { ...after, content }
}
