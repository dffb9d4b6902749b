import type { Crossing } from '../../server/domain/world.ts'
import { BasisRef } from '../basis.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageOfList } from '../connection.ts'
import { CountryCode } from '../enums.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { labelField } from '../text.ts'
import { CountryRef } from './country.ts'
import { OfficeRef } from './office.ts'

export const CrossingRef = builder.objectRef<Crossing>('Crossing').implement({
  description: 'Two posts that face each other, or two airports of a pair without a common border.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Crossing', ({ id }: Crossing) => id)),
    code: t.field({ type: 'Code', description: 'Stable short name.', resolve: ({ id }) => id }),
    kind: t.expose('kind', { type: 'Code', description: 'Land, river, bridge or airport.' }),
    name: t.string(labelField('Its name.', ({ label }) => label)),
    countries: t.field({
      type: [CountryRef],
      description: 'The two countries.',
      resolve: ({ pair }, _args, { service }) => pair.flatMap((country) => service.world.countries.get(country) ?? []),
    }),
    posts: t.field({
      type: [OfficeRef],
      description: 'The two posts, in the order of the countries.',
      resolve: ({ pair, posts }, _args, { service }) =>
        pair.flatMap((country) => service.world.offices.get(posts[country] as never) ?? []),
    }),
    handoverPermitted: t.boolean({
      description: 'Whether persons may be handed over here.',
      resolve: ({ handover }) => handover.permitted,
    }),
    handoverBasis: t.field({
      type: BasisRef,
      description: 'What that rests on.',
      resolve: ({ handover }) => handover.basis,
    }),
    basis: t.expose('basis', { type: BasisRef, description: 'What the entry rests on.' }),
  }),
})

nodeFinder('Crossing', (id, { service }) => service.world.crossings.get(id as Crossing['id']) ?? null)
const Connection = connectionOf('Crossing', CrossingRef, true)

builder.queryField('crossings', (t) =>
  t.field({
    type: Connection,
    description: 'Border crossings and airport pairs; everyone may read them. The first of a pair is its main one.',
    args: {
      ...pageArguments(),
      between: t.arg({ type: [CountryCode], description: 'Only crossings that touch each of these countries.' }),
    },
    resolve: (_root, args, { service }) => {
      const list = [...service.world.crossings.values()].filter(({ pair }) =>
        (args.between ?? []).every((country) => pair.includes(country)),
      )
      return pageOfList(list, ({ id }) => id, args)
    },
  }),
)
