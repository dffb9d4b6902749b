import type { Registered } from '../../server/domain/registers/register.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageOfList } from '../connection.ts'
import { CountryCode, Role } from '../enums.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { countryField } from './country.ts'
import { OfficeRef } from './office.ts'

type Entry = Registered<'delegation'>

export const DelegationRef = builder.objectRef<Entry>('Delegation').implement({
  description: 'An office that plays a role for another of its country, for some days.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Delegation', ({ id }: Entry) => id)),
    version: t.exposeInt('version', { description: 'A delegation is made once: always 1.' }),
    country: t.field(countryField('The country.', ({ content }) => content.country)),
    role: t.field({ type: Role, description: 'The role.', resolve: ({ content }) => content.role }),
    from: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office that cannot play it.',
      resolve: ({ content }, _args, { service }) => service.world.offices.get(content.from) ?? null,
    }),
    to: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office that plays it meanwhile.',
      resolve: ({ content }, _args, { service }) => service.world.offices.get(content.to) ?? null,
    }),
    firstDay: t.field({ type: 'Date', description: 'First local day.', resolve: ({ content }) => content.firstDay }),
    lastDay: t.field({ type: 'Date', description: 'Last local day.', resolve: ({ content }) => content.lastDay }),
  }),
})

nodeFinder('Delegation', (id, { service }) => service.world.delegations.find((one) => one.id === id) ?? null)
const Connection = connectionOf('Delegation', DelegationRef, true)

builder.queryField('delegations', (t) =>
  t.field({
    type: Connection,
    description: 'Delegations, the newest first; everyone may read them.',
    args: { ...pageArguments(), country: t.arg({ type: CountryCode, description: 'Only those of this country.' }) },
    resolve: (_root, args, { service }) => {
      const list = service.world.delegations
        .filter(({ content }) => !args.country || content.country === args.country)
        .toReversed()
      return pageOfList(list, ({ id }) => id, args)
    },
  }),
)
