import type { RightsLeaflet } from '../../server/domain/cases/consent-form.ts'
import { BasisRef } from '../basis.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageOfList } from '../connection.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { ProvisionRef } from '../provision.ts'
import { labelField, wordsField } from '../text.ts'

const RightRef = builder.objectRef<RightsLeaflet['rights'][number]>('Right').implement({
  description: 'One right of the person, as it is told to them.',
  fields: (t) => ({
    key: t.expose('key', { type: 'Code', description: 'Name of the right within the leaflet.' }),
    text: t.string(labelField('The right, in one plain sentence.', ({ text }) => text)),
    provision: t.expose('provision', {
      type: ProvisionRef,
      description: 'What it rests on; the wording is this service’s.',
    }),
  }),
})

export const RightsLeafletRef = builder.objectRef<RightsLeaflet>('RightsLeaflet').implement({
  description: 'A version of what a person is told of their rights before consent is asked.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('RightsLeaflet', ({ code }: RightsLeaflet) => code)),
    code: t.expose('code', { type: 'Code', description: 'Name of the version.' }),
    version: t.exposeInt('version', { description: 'Rises with every change.' }),
    from: t.expose('from', { type: 'Date', description: 'First day on which it is given.' }),
    status: t.expose('status', { type: 'Code', description: '`proposed` by this service, or `agreed`.' }),
    statusLabel: t.string(wordsField('That in words.', ({ status }) => `labels:readOut.${status}`)),
    label: t.string(labelField('Its name in words.', ({ label }) => label)),
    rights: t.field({
      type: [RightRef],
      description: 'The rights, in the order in which they are told.',
      resolve: ({ rights }) => [...rights],
    }),
    basis: t.expose('basis', { type: BasisRef, description: 'What it rests on.' }),
  }),
})

nodeFinder('RightsLeaflet', (id, { service }) => service.world.leaflets.get(id as RightsLeaflet['code']) ?? null)
const Connection = connectionOf('RightsLeaflet', RightsLeafletRef, true)

builder.queryField('rightsLeaflets', (t) =>
  t.field({
    type: Connection,
    description: 'All versions of the leaflet on rights, the oldest first; everyone may read them.',
    args: pageArguments(),
    resolve: (_root, args, { service }) => pageOfList([...service.world.leaflets.values()], ({ code }) => code, args),
  }),
)
