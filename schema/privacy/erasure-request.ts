import type { CaseId } from '../../server/domain/kernel/ids.ts'
import { type ErasureRequestView, seeErasureRequest } from '../../server/services/read-retention.ts'
import { builder } from '../builder.ts'
import { countryField } from '../directory/country.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'

export const ErasureRequestRef = builder.objectRef<ErasureRequestView>('ErasureRequest').implement({
  description:
    'A person asked that their closed case be erased early. For the privacy officers of both countries; it goes with the case.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('ErasureRequest', ({ caseId }: ErasureRequestView) => caseId)),
    version: t.int({ description: 'A request is made once: always 1.', resolve: () => 1 }),
    reference: t.exposeString('reference', { description: 'Reference of the case.' }),
    requestedBy: t.field(countryField('The country through which the person asked.', (one) => one.requestedBy)),
    requestedOn: t.field({
      type: 'Date',
      description: 'Local day on which the person asked.',
      resolve: ({ requestedOn }) => requestedOn,
    }),
    requestedAt: t.field({
      type: 'DateTime',
      description: 'When it was recorded.',
      resolve: ({ requestedAt }) => requestedAt,
    }),
    eraseOn: t.field({
      type: 'Date',
      description: 'The first day that both countries allow: the case is erased then.',
      resolve: ({ erased }) => erased.day,
    }),
    decidedBy: t.field(countryField('The country whose rule gave that day.', ({ erased }) => erased.country)),
  }),
})

nodeFinder('ErasureRequest', (id, { service, by }) => seeErasureRequest(service, by, id as CaseId))
