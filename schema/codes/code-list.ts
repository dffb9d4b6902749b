import type { CodeEntry, CodeList } from '../../server/domain/world.ts'
import { BasisRef } from '../basis.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageOfList } from '../connection.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { labelField } from '../text.ts'

const CodeEntryRef = builder.objectRef<CodeEntry>('CodeEntry').implement({
  description: 'One code of a list.',
  fields: (t) => ({
    code: t.expose('code', { type: 'Code', description: 'The code itself; never reused for another meaning.' }),
    label: t.string(labelField('The code in words.', ({ label }) => label)),
    until: t.field({
      type: 'Date',
      nullable: true,
      description: 'Last day on which it may be chosen; old records keep their meaning.',
      resolve: ({ until }) => until ?? null,
    }),
    basis: t.expose('basis', { type: BasisRef, description: 'What it rests on.' }),
  }),
})

export const CodeListRef = builder.objectRef<CodeList>('CodeList').implement({
  description: 'A dated, versioned list of codes, shared by the six countries.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('CodeList', ({ list }: CodeList) => list)),
    list: t.expose('list', { type: 'Code', description: 'Name of the list, as inputs refer to it.' }),
    version: t.exposeInt('version', { description: 'Rises with every change.' }),
    from: t.expose('from', { type: 'Date', description: 'First day of this version.' }),
    label: t.string(labelField('The list in words.', ({ label }) => label)),
    codes: t.expose('codes', { type: [CodeEntryRef], description: 'Its codes in the order of the list.' }),
    basis: t.expose('basis', { type: BasisRef, description: 'What the list rests on.' }),
  }),
})

nodeFinder('CodeList', (id, { service }) => service.world.codeLists.get(id) ?? null)
const Connection = connectionOf('CodeList', CodeListRef, true)

builder.queryField('codeLists', (t) =>
  t.field({
    type: Connection,
    description: 'All code lists; everyone may read them.',
    args: {
      ...pageArguments(),
      list: t.arg({ type: 'Code', description: 'Only the list of this name.' }),
    },
    resolve: (_root, args, { service }) => {
      const lists = [...service.world.codeLists.values()].filter(({ list }) => !args.list || list === args.list)
      return pageOfList(lists, ({ list }) => list, args)
    },
  }),
)
