import { holdAccountWrite, personOf } from '../../../db/account-queries.ts'
import {
  invitationById,
  invitationRevokedWrite,
  invitationsOf,
  invitationWrite,
  revokeInvitationsWrite,
} from '../../../db/invitation-queries.ts'
import { isSystem } from '../../../db/key-queries.ts'
import { momentOf, randomCode } from '../../chance.ts'
import { type Invitation, stateOf } from '../../domain/access/invitation.ts'
import { INVITATION_LASTS } from '../../domain/access/lifetimes.ts'
import type { Role } from '../../domain/cases/roles.ts'
import { mayAsk } from '../../domain/disclosure/question-rules.ts'
import type { AccountId, InvitationId, OfficeId, PersonId } from '../../domain/kernel/ids.ts'
import { plus } from '../../domain/kernel/instant.ts'
import type { Language } from '../../domain/kernel/language.ts'
import type { Moment } from '../../domain/kernel/moment.ts'
import { isRefusal, refuse } from '../../domain/kernel/problem.ts'
import { pageOf } from '../page.ts'
import type { Service } from '../service.ts'
import type { Account } from '../sign-in.ts'
import { administer } from './administer.ts'
import { mustCommit } from './must-commit.ts'
import { officeFor } from './office-for.ts'
import { seeAccount } from './officers.ts'
import { operatorEntryWrites } from './operator-entry.ts'
import { secretHash, typedCode } from './secret-hash.ts'

interface Invited
  extends Pick<Invitation, 'name' | 'account' | 'person' | 'office' | 'country' | 'role' | 'language'> {}

/** 125 bits: five groups of five symbols, handed over in person or by another channel than this one. */
const GROUPS = 5

function newInvitation(service: Service, invited: Invited, invitedBy: AccountId | null, at: Moment) {
  const code = randomCode(GROUPS)
  const invitation: Invitation = {
    ...invited,
    id: at.newId() as InvitationId,
    invitedBy,
    createdAt: at.now,
    expiresAt: plus(at.now, INVITATION_LASTS),
    usedAt: null,
    revokedAt: null,
  }
  const write = invitationWrite(invitation, secretHash(service, 'invitation', typedCode(code)))
  const { id, office, role } = invitation
  return { id, office, role, writes: [write], secret: code }
}

/** A name that says the post and not the person. */
export const accountName = (office: OfficeId, what: string): string =>
  `${office}-${what}-${randomCode(1).toLowerCase()}`

interface Wanted {
  readonly office: OfficeId
  readonly role: Role
  readonly language: Language
}

/** `samePersonAs`: an account of the country whose officer gets this one as well. */
export const inviteOfficer = (
  service: Service,
  by: Account,
  key: string,
  wanted: Wanted & { readonly samePersonAs: AccountId | null },
) =>
  administer(
    service,
    by,
    { name: 'inviteOfficer', type: 'Invitation', key, input: { ...wanted } },
    async (country, at) => {
      const office = officeFor(service, country, wanted.office, wanted.role)
      if (isRefusal(office)) return office
      const { samePersonAs } = wanted
      const known = samePersonAs === null ? null : await seeAccount(service, by, samePersonAs)
      if (samePersonAs !== null && !known) return refuse('NOT_FOUND', {}, ['samePersonAs'])
      const person = known ? known.person : (at.newId() as PersonId)
      const name = accountName(office.id, wanted.role)
      return newInvitation(service, { ...wanted, name, account: null, person, country }, by.account, at)
    },
  )

/** For an officer who lost password or authenticator: the old ones end when the new ones are there, an older invitation at once. */
export const renewAccess = (service: Service, by: Account, key: string, account: AccountId) =>
  administer(
    service,
    by,
    { name: 'renewAccess', type: 'Invitation', key, input: { account } },
    async (_country, at) => {
      const found = await seeAccount(service, by, account)
      if (!found || found.revokedAt) return refuse('NOT_FOUND', {}, ['account'])
      // A system has no officer who could come in: four eyes would count one person more than there is.
      if (await isSystem(service.engine, account)) return refuse('NOT_FOUND', {}, ['account'])
      const { writes, ...invited } = newInvitation(service, found, by.account, at)
      return { ...invited, writes: [holdAccountWrite(account), revokeInvitationsWrite(account, at.now), ...writes] }
    },
  )

export const revokeInvitation = (service: Service, by: Account, key: string, id: InvitationId) =>
  administer(
    service,
    by,
    { name: 'revokeInvitation', type: 'Invitation', key, input: { id } },
    async (_country, { now }) => {
      const found = await seeInvitation(service, by, id)
      if (!found || stateOf(found, now) !== 'open') return refuse('NOT_FOUND', {}, ['invitation'])
      return { id, writes: [invitationRevokedWrite(id, now)], secret: null }
    },
  )

/** The first administrator of a country, and whoever belongs to none, is invited by the operator on the machine itself. */
export async function inviteByOperator(
  service: Service,
  { office: id, role, language, samePersonAs }: Wanted & { readonly samePersonAs?: string },
) {
  const office = service.world.offices.get(id)
  if (!office) return { fault: 'office-unknown' as const }
  if (!office.roles.includes(role)) return { fault: 'office-lacks-role' as const }
  const at = momentOf(service.clock)
  const person = samePersonAs ? await personOf(service.engine, samePersonAs) : (at.newId() as PersonId)
  if (!person) return { fault: 'person-unknown' as const }
  const name = accountName(office.id, role)
  const invited = { name, account: null, person, office: office.id, country: office.country, role, language }
  const { writes, secret, ...said } = newInvitation(service, invited, null, at)
  const entry = operatorEntryWrites('inviteOfficer', { type: 'Invitation', ...said }, at)
  await mustCommit(service, [...writes, ...entry])
  return { name, code: secret }
}

/** An invitation of the caller's own country, for its administrator. */
export async function seeInvitation(service: Service, by: Account, id: InvitationId): Promise<Invitation | null> {
  const found = mayAsk('invitations', by.role) ? await invitationById(service.engine, id) : null
  return found && found.country === by.country ? found : null
}
export const listInvitations = async (service: Service, by: Account, after: string | null, first: number) =>
  pageOf(
    mayAsk('invitations', by.role) && by.country
      ? await invitationsOf(service.engine, by.country, after ?? '', first + 1)
      : [],
    first,
  )
