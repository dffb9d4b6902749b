import { systemClock } from '../clock.ts'
import { readConfig } from '../config.ts'
import { officerKey, unattendedKey } from '../domain/access/key-scope.ts'
import { roles } from '../domain/cases/roles.ts'
import type { OfficeId } from '../domain/kernel/ids.ts'
import { languages } from '../domain/kernel/language.ts'
import { inviteByOperator } from '../services/access/invitations.ts'
import { createAccountByOperator, revokeAccount } from '../services/accounts.ts'
import { openService } from '../services/service.ts'
import { BadUse } from './bad-use.ts'
import type { Command, Output } from './command.ts'
import { withDatabase } from './database.ts'

type Given = Parameters<Command['run']>[1]

const FAULTS = {
  'name-taken': 'an account of this name exists',
  'office-unknown': 'no office of this code is in the directory (db/directory/offices.json)',
  'person-unknown': 'there is no account of the name given with --same-person-as',
  'office-lacks-role': 'this office has no accounts of this role',
} as const

export const account: Command = {
  help: `mekong-liaison account create NAME --office CODE --role ROLE [--language LANGUAGE] [--valid-days N]
                                [--same-person-as NAME] [--unattended]
mekong-liaison account invite --office CODE --role ROLE [--language LANGUAGE] [--same-person-as NAME]
mekong-liaison account revoke NAME

invite prints the account's name and a code, once: with it an officer sets a password and an authenticator (POST /auth/invitation).
So the first administrator of a country comes in; administrators invite all others.
create prints a bearer key once; only its hash is kept. The key does what the role may, but no act that asks for a second factor.
--unattended: those as well, with nobody at it. revoke ends an account and all that opens it at once.
--same-person-as: another account of somebody who has one. What needs a second officer is refused to the same person, whichever
account is used.
NAME is 3 to 64 small letters, digits and dashes, and should say the post, not the person.
Roles: ${roles.join(', ')}.
`,
  options: {
    office: { type: 'string' },
    role: { type: 'string' },
    language: { type: 'string', default: 'en' },
    'valid-days': { type: 'string' },
    'same-person-as': { type: 'string' },
    unattended: { type: 'boolean', default: false },
  },
  async run([what, name], given, output) {
    const { result, say } = output
    if (what === 'invite') return invite(given, output)
    if (!/^[a-z0-9][a-z0-9-]{2,63}$/.test(name ?? ''))
      throw new BadUse('account: invite, or create or revoke and a NAME')
    if (what === 'revoke')
      return withDatabase(async (engine) => {
        const service = await openService(engine, systemClock, readConfig(process.env).SESSION_SECRET)
        const revoked = await revokeAccount(service, name ?? '')
        result({ name, revoked }, revoked ? `${name} is revoked` : `there is no account ${name}`)
        return revoked ? 0 : 1
      })
    if (what !== 'create') throw new BadUse('account: create, invite or revoke')
    const post = postOf(given)
    const validDays = given['valid-days'] === undefined ? null : Number(given['valid-days'])
    if (validDays !== null && !(Number.isInteger(validDays) && validDays > 0))
      throw new BadUse('--valid-days is a whole number of days')
    return withDatabase(async (engine) => {
      const service = await openService(engine, systemClock, readConfig(process.env).SESSION_SECRET)
      const scope = given['unattended'] ? unattendedKey : officerKey
      const wanted = { ...post, name: name ?? '', validDays, demo: false, scope }
      const made = await createAccountByOperator(service, wanted)
      if ('fault' in made) {
        say(FAULTS[made.fault])
        return 1
      }
      result({ name, key: made.key }, made.key)
      return 0
    })
  },
}

/** Where an account is to be: what is wrong with it is said as the command takes it. */
function postOf(given: Given) {
  const role = roles.find((one) => one === given['role'])
  const language = languages.find((one) => one === given['language'])
  if (!given['office']) throw new BadUse('--office is needed')
  if (!role) throw new BadUse(`--role is one of ${roles.join(', ')}`)
  if (!language) throw new BadUse(`--language is one of ${languages.join(', ')}`)
  const other = given['same-person-as']
  const samePersonAs = other === undefined ? {} : { samePersonAs: String(other) }
  return { role, language, office: given['office'] as OfficeId, ...samePersonAs }
}

async function invite(given: Given, { result, say }: Output): Promise<number> {
  const post = postOf(given)
  return withDatabase(async (engine) => {
    const service = await openService(engine, systemClock, readConfig(process.env).SESSION_SECRET)
    const made = await inviteByOperator(service, post)
    if ('fault' in made) {
      say(FAULTS[made.fault])
      return 1
    }
    result(made, `${made.name}\n${made.code}`)
    return 0
  })
}
