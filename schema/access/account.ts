import type { AccountId } from '../../server/domain/kernel/ids.ts'
import { listAccounts, revokeOfficer, seeAccount } from '../../server/services/access/officers.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageSize, readCursor } from '../connection.ts'
import { OfficeRef } from '../directory/office.ts'
import { Language, Role } from '../enums.ts'
import { idOf } from '../global-id.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import { accessPayload, idempotencyKey, type Shown } from './access-payload.ts'

type Listed = NonNullable<Awaited<ReturnType<typeof seeAccount>>>

const AccountRef = builder.objectRef<Listed>('Account').implement({
  description: 'Who may come in. For the administrator of its country.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Account', ({ account }: Listed) => account)),
    name: t.exposeString('name', { description: 'Its name.' }),
    office: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office it is bound to.',
      resolve: ({ office }, _args, { service }) => service.world.offices.get(office) ?? null,
    }),
    role: t.expose('role', { type: Role, description: 'Its role.' }),
    language: t.expose('language', { type: Language, description: 'Its language.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    revokedAt: t.expose('revokedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was revoked; null while it is in force.',
    }),
  }),
})
const shown: Shown<Listed> = {
  noun: 'Account',
  ref: AccountRef,
  load: (id, { service, by }) => seeAccount(service, by, id as AccountId),
}
nodeFinder('Account', shown.load)
const Connection = connectionOf('Account', AccountRef)

builder.queryField('accounts', (t) =>
  t.field({
    type: Connection,
    description: 'Accounts of the caller’s country, the oldest first. For its administrator; empty for all others.',
    args: pageArguments(),
    resolve: async (_root, args, { service, by }) => {
      const { rows, hasNext } = await listAccounts(service, by, readCursor(args.after), pageSize(args.first))
      return { nodes: rows, hasNext, cursor: ({ account }) => account }
    },
  }),
)

const RevokeInput = builder.inputType('RevokeAccountInput', {
  description: 'Input of `revokeAccount`.',
  fields: (t) => ({
    account: t.id({ required: true, description: 'An account of the administrator’s own country.' }),
    idempotencyKey: t.string(idempotencyKey),
  }),
})
builder.mutationField('revokeAccount', (t) =>
  t.field({
    type: accessPayload('revokeAccount', shown),
    description: 'Ends an account with its sessions and keys, at once and for good.',
    args: { input: t.arg({ type: RevokeInput, required: true, description: 'What the act needs.' }) },
    resolve: (_root, { input }, { service, by }) =>
      revokeOfficer(service, by, input.idempotencyKey, idOf('Account', input.account) as AccountId),
  }),
)
