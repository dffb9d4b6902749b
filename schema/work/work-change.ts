import { readEventId } from '../../server/services/event-id.ts'
import { type Gap, type LiveStream, STREAMS, type WorkNews } from '../../server/services/live-work.ts'
import { listWorkOnCase } from '../../server/services/read.ts'
import { isSameListener, signInByProof } from '../../server/services/sign-in.ts'
import { builder } from '../builder.ts'
import { type Context, contextOf } from '../context.ts'
import { closedList } from '../enums.ts'
import { globalId } from '../global-id.ts'
import { requestError } from '../request-error.ts'
import { type WorkItem, WorkItemRef, workItems } from './work-item.ts'

interface WorkChange {
  readonly news: WorkNews
  readonly items: readonly WorkItem[]
}

const WorkChangeKind = closedList('WorkChangeKind', 'What a client of `workChanged` does next.', {
  begin:
    'The stream begins here, or `gap` says why it cannot go on where it was: ask `myWork` anew. Changes from here on follow.',
  changed: 'Put `items` in place of all entries of this case that are known from `myWork`.',
} satisfies Record<WorkNews['kind'], string>)

const WorkChangeGap = closedList('WorkChangeGap', 'Why a stream cannot go on after the event whose id was sent back.', {
  'too-old': 'Something after it is kept no more.',
  'too-many': 'More changed after it than is worth telling one by one.',
  'never-given': 'No such event was ever told here; after a backup was restored it may have been told before.',
  'of-another':
    'It was told to somebody of another office or role, or with another `wholeOffice`, or the id is damaged.',
} satisfies Record<Gap, string>)

const WorkChangeRef = builder.objectRef<WorkChange>('WorkChange').implement({
  description:
    'A change of `myWork`. Of several changes of one case only the last may come; what it says is as of now.',
  fields: (t) => ({
    kind: t.field({ type: WorkChangeKind, description: 'What to do next.', resolve: ({ news }) => news.kind }),
    gap: t.field({
      type: WorkChangeGap,
      nullable: true,
      description: 'For BEGIN, where an id was sent back: why the stream does not go on after it. Null otherwise.',
      resolve: ({ news }) => (news.kind === 'begin' ? news.gap : null),
    }),
    caseId: t.id({
      nullable: true,
      description: 'Global id of the case; null for BEGIN.',
      resolve: ({ news }) => (news.kind === 'changed' ? globalId('Case', news.caseId) : null),
    }),
    items: t.field({
      type: [WorkItemRef],
      description:
        'All entries of this case that `myWork` shows the caller now; empty when there is none any more, and for BEGIN.',
      resolve: ({ items }) => [...items],
    }),
  }),
})

builder.subscriptionField('workChanged', (t) =>
  t.field({
    type: WorkChangeRef,
    description:
      'Says when `myWork` of the caller changes. As server-sent events; the id of an event, sent back as Last-Event-ID, goes on after it, for at least ten minutes; without such an id it begins with BEGIN.',
    args: {
      wholeOffice: t.arg.boolean({
        description: 'As in `myWork`: false, the default, for the caller’s own role; true for the whole office.',
      }),
    },
    subscribe: (_root, args, context): AsyncIterable<WorkNews> => {
      const { service, by, line } = context
      if (!line) throw new Error('a subscription without a line')
      const after = line.after === null ? null : readEventId(line.after)
      if (line.after !== null && !after) throw requestError('EVENT_ID_INVALID', { header: 'Last-Event-ID' }, 400)
      const stream = service.live.open(by, line.key, args.wholeOffice === true, after)
      if (!stream) throw requestError('TOO_MANY_STREAMS', { limit: STREAMS.ofAccount }, 429)
      line.stream = stream
      return heard(stream, context)
    },
    resolve: async (news, args, { service, by, load }): Promise<WorkChange> => {
      if (news.kind === 'begin') return { news, items: [] }
      const rows = await listWorkOnCase(service, by, args.wholeOffice === true, news.caseId)
      return { news, items: await workItems(rows, load) }
    },
  }),
)

/** News as they come. Before each it is asked anew who is listening, and what was read before is forgotten. */
async function* heard(stream: LiveStream, context: Context): AsyncGenerator<WorkNews> {
  try {
    for (let news = await stream.next(); news !== null; news = await stream.next()) {
      const by = await signInByProof(context.service, stream.key)
      if (!by) stream.end('signed-out')
      else if (!isSameListener(by, stream.by)) stream.end('moved')
      if (!by || stream.ended) break
      Object.assign(context, contextOf(context.service, by, context.language, context.line))
      yield news
    }
  } finally {
    stream.end('gone')
  }
}
