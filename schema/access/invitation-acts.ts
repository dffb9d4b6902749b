import type { AccountId, InvitationId } from '../../server/domain/kernel/ids.ts'
import { inviteOfficer, renewAccess, revokeInvitation } from '../../server/services/access/invitations.ts'
import { builder } from '../builder.ts'
import { Language, Role } from '../enums.ts'
import { idOf } from '../global-id.ts'
import { officeId } from '../input-field.ts'
import { accessPayload, idempotencyKey } from './access-payload.ts'
import { shownInvitation } from './invitation.ts'

const code = {
  field: 'code',
  description: 'The code to hand over to the officer. Shown once: null where the act is repeated, and on refusal.',
}

const InviteInput = builder.inputType('InviteOfficerInput', {
  description: 'Input of `inviteOfficer`.',
  fields: (t) => ({
    office: t.id({ required: true, description: 'An office of the administrator’s own country; its id or its code.' }),
    role: t.field({ type: Role, required: true, description: 'A role that this office has.' }),
    language: t.field({ type: Language, required: true, description: 'The account’s language.' }),
    samePersonAs: t.id({
      description:
        'An account of the own country whose officer gets this one as well: four eyes count persons, not accounts.',
    }),
    idempotencyKey: t.string(idempotencyKey),
  }),
})
builder.mutationField('inviteOfficer', (t) =>
  t.field({
    type: accessPayload('inviteOfficer', shownInvitation, code),
    description: 'The administrator of a country invites an officer to one of its offices.',
    args: { input: t.arg({ type: InviteInput, required: true, description: 'What the act needs.' }) },
    resolve: (_root, { input: { idempotencyKey: key, office, role, language, samePersonAs } }, { service, by }) => {
      const known = samePersonAs == null ? null : (idOf('Account', samePersonAs) as AccountId)
      return inviteOfficer(service, by, key, { office: officeId(office), role, language, samePersonAs: known })
    },
  }),
)

const RenewInput = builder.inputType('RenewAccessInput', {
  description: 'Input of `renewAccess`.',
  fields: (t) => ({
    account: t.id({
      required: true,
      description: 'An account of the administrator’s own country; not that of a system.',
    }),
    idempotencyKey: t.string(idempotencyKey),
  }),
})
builder.mutationField('renewAccess', (t) =>
  t.field({
    type: accessPayload('renewAccess', shownInvitation, code),
    description:
      'A new code for an officer who lost the password or the authenticator. An older code ends at once, and what opened the account before when this one is redeemed.',
    args: { input: t.arg({ type: RenewInput, required: true, description: 'What the act needs.' }) },
    resolve: (_root, { input }, { service, by }) =>
      renewAccess(service, by, input.idempotencyKey, idOf('Account', input.account) as AccountId),
  }),
)

const RevokeInput = builder.inputType('RevokeInvitationInput', {
  description: 'Input of `revokeInvitation`.',
  fields: (t) => ({
    invitation: t.id({ required: true, description: 'An open invitation of the administrator’s own country.' }),
    idempotencyKey: t.string(idempotencyKey),
  }),
})
builder.mutationField('revokeInvitation', (t) =>
  t.field({
    type: accessPayload('revokeInvitation', shownInvitation),
    description: 'Takes an invitation back before it is redeemed.',
    args: { input: t.arg({ type: RevokeInput, required: true, description: 'What the act needs.' }) },
    resolve: (_root, { input }, { service, by }) =>
      revokeInvitation(service, by, input.idempotencyKey, idOf('Invitation', input.invitation) as InvitationId),
  }),
)
