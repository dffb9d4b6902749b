import { type Escalation, listEscalations } from '../../server/services/read-registers.ts'
import type { ShownCase } from '../../server/services/readings.ts'
import { builder } from '../builder.ts'
import { CaseRef } from '../cases/case-ref.ts'
import { connectionOf, pageArguments, pageSize, readCursor } from '../connection.ts'
import { countryField } from '../directory/country.ts'
import { OfficeRef } from '../directory/office.ts'
import { requestError } from '../request-error.ts'
import { wordsField } from '../text.ts'

const EscalationRef = builder.objectRef<Escalation>('Escalation').implement({
  description:
    'A step that the caller’s country owes, that is overdue or that nobody can do, and that came to the caller.',
  fields: (t) => ({
    level: t.exposeInt('level', { description: '1: head of the focal agency. 2: taskforce.' }),
    levelLabel: t.string(
      wordsField('Who has it now, in words.', ({ level }) => `labels:escalation.${level as 1 | 2 | 3}`),
    ),
    step: t.field({ type: 'Code', description: 'The step, by its key.', resolve: ({ step }) => step }),
    office: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office that owes it.',
      resolve: ({ office }, _args, { service }) => service.world.offices.get(office) ?? null,
    }),
    requestingCountry: t.field(countryField('Where the person is.', (one) => one.requestingCountry)),
    countryOfReturn: t.field(countryField('Where the person returns to.', (one) => one.countryOfReturn)),
    dueDay: t.field({
      type: 'Date',
      nullable: true,
      description: 'When it was due; null where nothing limits it and nobody can do it.',
      resolve: ({ dueDay }) => (dueDay === '9999-12-31' ? null : dueDay),
    }),
    since: t.field({ type: 'DateTime', description: 'Since when it is at this level.', resolve: ({ at }) => at }),
    case: t.field({
      type: CaseRef,
      nullable: true,
      description: 'The case; null for the taskforce, which sees no case.',
      resolve: ({ caseId }, _args, { load }): Promise<ShownCase | null> => load.case.load(caseId, 'work'),
    }),
  }),
})
const Connection = connectionOf('Escalation', EscalationRef)
const keyOf = ({ at, caseId, step }: Escalation) => JSON.stringify([at, caseId, step])

builder.queryField('escalations', (t) =>
  t.field({
    type: Connection,
    description:
      'Overdue steps of the caller’s own country, and steps of offices where nobody has the role, the longest first: for the focal agency from the first level on, for the taskforce from the second.',
    args: pageArguments(),
    resolve: async (_root, args, { service, by }) => {
      const after = readCursor(args.after)
      const { rows, hasNext } = await listEscalations(service, by, after ? parseKey(after) : null, pageSize(args.first))
      return { nodes: rows, hasNext, cursor: keyOf }
    },
  }),
)

function parseKey(cursor: string) {
  try {
    const [at, caseId, step] = JSON.parse(cursor) as unknown[]
    if ([at, caseId, step].every((part) => typeof part === 'string' && /^[!-~]+$/.test(part)))
      return { at, caseId, step } as never
  } catch {}
  throw requestError('CURSOR_INVALID')
}
