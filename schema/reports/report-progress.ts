import { setTimeout } from 'node:timers/promises'
import { type LiveStream, STREAMS } from '../../server/services/live-work.ts'
import { progressOf, type ReportView, seeReport } from '../../server/services/reports/read-reports.ts'
import { isSameListener, signInByProof } from '../../server/services/sign-in.ts'
import { builder } from '../builder.ts'
import { type Context, contextOf } from '../context.ts'
import { idOf } from '../global-id.ts'
import { requestError } from '../request-error.ts'
import { ReportRef } from './report.ts'

/** How often it is looked whether something happened. */
const LOOK_MS = 500

builder.subscriptionField('reportProgress', (t) =>
  t.field({
    type: ReportRef,
    nullable: true,
    description:
      'A report as it stands, and again whenever it comes further, until its figures are made, have failed or were given up; then the stream is complete. Null where there is no such report for the caller. As server-sent events.',
    args: { id: t.arg.id({ required: true, description: 'Global id of the report.' }) },
    subscribe: (_root, { id }, context): AsyncIterable<ReportView | null> => {
      const { service, by, line } = context
      if (!line) throw new Error('a subscription without a line')
      const stream = service.live.openDeaf(by, line.key)
      if (!stream) throw requestError('TOO_MANY_STREAMS', { limit: STREAMS.ofAccount }, 429)
      line.stream = stream
      return told(stream, idOf('Report', id), context)
    },
    resolve: (view) => view,
  }),
)

/** The report each time it has come further. Before each it is asked anew who is listening. */
async function* told(stream: LiveStream, id: string, context: Context): AsyncGenerator<ReportView | null> {
  let before = ''
  try {
    while (!stream.ended) {
      const by = await signInByProof(context.service, stream.key)
      if (!by) stream.end('signed-out')
      else if (!isSameListener(by, stream.by)) stream.end('moved')
      if (!by || stream.ended) break
      const view = await seeReport(context.service, by, id)
      const progress = view && (await progressOf(context.service, view.id, view.content.making))
      const now = JSON.stringify([view?.version, progress])
      if (now !== before) {
        Object.assign(context, contextOf(context.service, by, context.language, context.line))
        yield view
      }
      before = now
      if (view?.content.making.state !== 'making') {
        stream.end('complete')
        break
      }
      await setTimeout(LOOK_MS, null, { signal: stream.over }).catch(() => {})
    }
  } finally {
    stream.end('gone')
  }
}
