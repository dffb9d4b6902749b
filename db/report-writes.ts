import type { Change } from '../server/domain/cases/act.ts'
import type { Instant } from '../server/domain/kernel/instant.ts'
import { contentWrite } from './report-content-queries.ts'
import { newJobWrite, noJobWrite } from './report-job-queries.ts'
import type { Write } from './statement.ts'

/** What an act on a report leaves behind beside the entry: something to be made, or given up, or what was published. */
export function reportWrites({ register, publishes }: Change, at: Instant): readonly Write[] {
  const published = publishes ? [contentWrite(publishes.report, 'published', publishes.content)] : []
  const after = register?.after
  if (after?.kind !== 'report' && after?.kind !== 'reportFile') return published
  const { id, kind, content } = after
  if (register?.before === null) {
    const of = after.kind === 'report' ? { report: id, office: after.content.draftedBy } : after.content
    return [newJobWrite({ id, kind, report: of.report, office: of.office }, at), ...published]
  }
  return content.making.state === 'cancelled' ? [noJobWrite(id), ...published] : published
}
