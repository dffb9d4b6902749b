import type { MeetingItem } from '../../server/domain/meetings/any-meeting.ts'
import { builder } from '../builder.ts'
import { CaseRef } from '../cases/case-ref.ts'
import { CodedValueRef } from '../codes/coded-value.ts'

export const ItemRef = builder.objectRef<MeetingItem>('MeetingItem').implement({
  description: 'A case that a meeting took up.',
  fields: (t) => ({
    case: t.field({
      type: CaseRef,
      nullable: true,
      description: 'The case; null where the caller does not see it any more.',
      resolve: ({ caseId }, _args, { load }) => load.case.load(caseId, 'meeting'),
    }),
    decision: t.field({
      type: CodedValueRef,
      description: 'What was decided.',
      resolve: ({ decision }) => ({ list: 'meeting-decision', code: decision }),
    }),
    openSteps: t.field({
      type: ['Code'],
      description: 'Steps that were open when the meeting was recorded.',
      resolve: ({ openSteps }) => [...openSteps],
    }),
    disputes: t.exposeInt('disputes', { description: 'Disputes that were open then.' }),
  }),
})
