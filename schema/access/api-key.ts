import type { KeyId } from '../../server/domain/kernel/ids.ts'
import { listApiKeys, seeApiKey } from '../../server/services/access/api-keys.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageSize, readCursor } from '../connection.ts'
import { OfficeRef } from '../directory/office.ts'
import { ActionName, Role } from '../enums.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import type { Shown } from './access-payload.ts'

type Key = NonNullable<Awaited<ReturnType<typeof seeApiKey>>>

const ApiKeyRef = builder.objectRef<Key>('ApiKey').implement({
  description: 'A key of a national system: of one office, for some acts or for reading alone. For the administrator.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('ApiKey', ({ id }: Key) => id ?? '')),
    accountName: t.string({
      description: 'Name of the system’s account, as histories show it.',
      resolve: ({ of }) => of.name,
    }),
    office: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office it acts for.',
      resolve: ({ of }, _args, { service }) => service.world.offices.get(of.office) ?? null,
    }),
    role: t.field({ type: Role, description: 'The role in which it acts.', resolve: ({ of }) => of.role }),
    readOnly: t.boolean({
      description: 'It asks and does nothing.',
      resolve: ({ scope }) => scope.kind === 'read',
    }),
    acts: t.field({
      type: [ActionName],
      description: 'What it may do; empty where it only reads.',
      resolve: ({ scope }) => (scope.kind === 'acts' ? [...scope.acts] : []),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true, description: 'When it runs out.' }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it, or its account, was revoked; null while it is in force.',
    }),
  }),
})
export const shownKey: Shown<Key> = {
  noun: 'ApiKey',
  ref: ApiKeyRef,
  load: (id, { service, by }) => seeApiKey(service, by, id as KeyId),
}
nodeFinder('ApiKey', shownKey.load)
const Connection = connectionOf('ApiKey', ApiKeyRef)
builder.queryField('apiKeys', (t) =>
  t.field({
    type: Connection,
    description: 'API keys of the caller’s country, the oldest first. For its administrator; empty for all others.',
    args: pageArguments(),
    resolve: async (_root, args, { service, by }) => {
      const { rows, hasNext } = await listApiKeys(service, by, readCursor(args.after), pageSize(args.first))
      return { nodes: rows, hasNext, cursor: ({ id }) => id ?? '' }
    },
  }),
)
