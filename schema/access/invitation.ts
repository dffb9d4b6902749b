import { type Invitation, type invitationStates, stateOf } from '../../server/domain/access/invitation.ts'
import type { InvitationId } from '../../server/domain/kernel/ids.ts'
import { listInvitations, seeInvitation } from '../../server/services/access/invitations.ts'
import { builder } from '../builder.ts'
import { connectionOf, pageArguments, pageSize, readCursor } from '../connection.ts'
import { OfficeRef } from '../directory/office.ts'
import { closedList, Language, Role } from '../enums.ts'
import { Node, nodeFinder, nodeId } from '../node.ts'
import type { Shown } from './access-payload.ts'

const InvitationState = closedList('InvitationState', 'Where an invitation stands.', {
  open: 'Waits to be redeemed.',
  used: 'Redeemed: the account is there.',
  revoked: 'Taken back.',
  expired: 'Not redeemed in time.',
} satisfies Record<(typeof invitationStates)[number], string>)

const InvitationRef = builder.objectRef<Invitation>('Invitation').implement({
  description: 'An account that waits for its officer. For the administrator of its country.',
  interfaces: [Node],
  fields: (t) => ({
    id: t.id(nodeId('Invitation', ({ id }: Invitation) => id)),
    accountName: t.exposeString('name', {
      description: 'Name of the account, made by the service from office and role; the officer signs in with it.',
    }),
    office: t.field({
      type: OfficeRef,
      nullable: true,
      description: 'The office it is bound to.',
      resolve: ({ office }, _args, { service }) => service.world.offices.get(office) ?? null,
    }),
    role: t.expose('role', { type: Role, description: 'Its role.' }),
    language: t.expose('language', { type: Language, description: 'The account’s language.' }),
    state: t.field({
      type: InvitationState,
      description: 'Where it stands.',
      resolve: (one, _args, { service }) => stateOf(one, service.clock.now()),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'Until when it can be redeemed: 7 days.' }),
  }),
})
export const shownInvitation: Shown<Invitation> = {
  noun: 'Invitation',
  ref: InvitationRef,
  load: (id, { service, by }) => seeInvitation(service, by, id as InvitationId),
}
nodeFinder('Invitation', shownInvitation.load)
const Connection = connectionOf('Invitation', InvitationRef)
builder.queryField('invitations', (t) =>
  t.field({
    type: Connection,
    description: 'Invitations of the caller’s country, the oldest first. For its administrator; empty for all others.',
    args: pageArguments(),
    resolve: async (_root, args, { service, by }) => {
      const { rows, hasNext } = await listInvitations(service, by, readCursor(args.after), pageSize(args.first))
      return { nodes: rows, hasNext, cursor: ({ id }) => id }
    },
  }),
)
