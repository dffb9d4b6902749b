import type { Registered } from '../../server/domain/registers/register.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageOfList } from '../connection.ts'
import { countryField } from '../directory/country.ts'
import { LimitKindEnum, LimitStatusEnum, LimitUnitEnum } from '../enums.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { wordsField } from '../text.ts'
import { ProcedureRef } from './procedure.ts'

type Proposal = Registered<'limit'>

export const LimitProposalRef = builder.objectRef<Proposal>('LimitProposal').implement({
  description: 'A limit that one country proposed for a procedure of its own, and that the other may agree to.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('LimitProposal', ({ id }: Proposal) => id)),
    version: t.exposeInt('version', { description: 'Give it as `expectedVersion`.' }),
    requestingCountry: t.field(countryField('Where the persons are.', ({ content }) => content.requestingCountry)),
    countryOfReturn: t.field(countryField('Where they return to.', ({ content }) => content.countryOfReturn)),
    procedure: t.field({
      type: ProcedureRef,
      nullable: true,
      description: 'The version it was proposed for.',
      resolve: ({ content }, _args, { service }) =>
        service.world.procedures.get(content.procedure)?.find(({ version }) => version === content.procedureVersion) ??
        null,
    }),
    step: t.field({ type: 'Code', description: 'The step, by its key.', resolve: ({ content }) => content.step }),
    of: t.field({ type: LimitKindEnum, description: 'Which number of it.', resolve: ({ content }) => content.of }),
    unit: t.field({ type: LimitUnitEnum, description: 'What is counted.', resolve: ({ content }) => content.unit }),
    count: t.int({ description: 'The proposed number.', resolve: ({ content }) => content.count }),
    childCount: t.int({
      nullable: true,
      description: 'Another number where the person is a child.',
      resolve: ({ content }) => content.childCount,
    }),
    proposedBy: t.field(countryField('Who proposed it.', ({ content }) => content.proposedBy)),
    proposedAt: t.field({ type: 'DateTime', description: 'When.', resolve: ({ content }) => content.proposedAt }),
    status: t.field({
      type: LimitStatusEnum,
      description: 'Where it stands.',
      resolve: ({ content }) => content.status,
    }),
    statusLabel: t.string(wordsField('That in words.', ({ content }) => `labels:limit.${content.status}`)),
    agreedIn: t.field({
      type: ProcedureRef,
      nullable: true,
      description: 'The version that holds it since both agreed.',
      resolve: ({ content: { agreedIn } }, _args, { service }) =>
        (agreedIn &&
          service.world.procedures.get(agreedIn.procedure)?.find(({ version }) => version === agreedIn.version)) ||
        null,
    }),
  }),
})

nodeFinder('LimitProposal', (id, { service }) => service.world.limitProposals.get(id) ?? null)
const Connection = connectionOf('LimitProposal', LimitProposalRef, true)

builder.queryField('limitProposals', (t) =>
  t.field({
    type: Connection,
    description: 'Limits that were proposed, the newest first; everyone may read them.',
    args: {
      ...pageArguments(),
      open: t.arg.boolean({ description: 'True: only those that wait for the other country.' }),
    },
    resolve: (_root, args, { service }) => {
      const all = [...service.world.limitProposals.values()].toReversed()
      const list = args.open ? all.filter(({ content }) => content.status === 'PROPOSED') : all
      return pageOfList(list, ({ id }) => id, args)
    },
  }),
)
