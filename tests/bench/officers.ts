import { openDatabase } from '../../db/open.ts'
import { systemClock } from '../../server/clock.ts'
import { unattendedKey } from '../../server/domain/access/key-scope.ts'
import { type CountryCode, countryCodes } from '../../server/domain/kernel/country.ts'
import { createAccount } from '../../server/services/accounts.ts'
import { openService } from '../../server/services/service.ts'
import { signIn } from '../../server/services/sign-in.ts'
import type { Officer } from './questions.ts'

/** Somebody of the secretariat; their key. */
export async function makeSecretary(database: string): Promise<string> {
  const engine = openDatabase(`file:${database}`)
  try {
    const service = await openService(engine, systemClock, 'a secret of the benchmark, 32 letters')
    const office = [...service.world.offices.values()].find(({ roles }) => roles.includes('secretariat'))
    if (!office) throw new Error('no secretariat')
    const wanted = {
      name: 'a-secretary',
      office: office.id,
      role: 'secretariat',
      language: 'en',
      validDays: null,
      demo: false,
      scope: unattendedKey,
    } as const
    const made = await createAccount(service, wanted)
    if ('fault' in made) throw new Error(`${wanted.name}: ${made.fault}`)
    return made.key
  } finally {
    await engine.close()
  }
}

/** An officer of each focal agency, made as an operator makes them; and somebody in every role, so that no step is without anybody. */
export async function makeOfficers(database: string): Promise<ReadonlyMap<CountryCode, Officer>> {
  const engine = openDatabase(`file:${database}`)
  const service = await openService(engine, systemClock, 'a secret of the benchmark, 32 letters')
  const officers = new Map<CountryCode, Officer>()
  for (const country of countryCodes) {
    const office = service.world.competent.get(country)?.get('focal')
    if (!office) throw new Error(`no focal agency of ${country}`)
    const name = `${country.toLowerCase()}-focal`
    const wanted = {
      name,
      office,
      role: 'focal',
      language: 'en',
      validDays: null,
      demo: false,
      scope: unattendedKey,
    } as const
    const made = await createAccount(service, wanted)
    if ('fault' in made) throw new Error(`${name}: ${made.fault}`)
    const account = await signIn(service, made.key)
    officers.set(country, { key: made.key, account: account?.account ?? '', office, country, role: 'focal' })
  }
  for (const { id, roles } of service.world.offices.values())
    for (const role of roles)
      if (!service.staff.has(`${id} ${role}`)) {
        const wanted = {
          name: `${id}-${role}`,
          office: id,
          role,
          language: 'en',
          validDays: null,
          demo: false,
          scope: unattendedKey,
        } as const
        await createAccount(service, wanted)
      }
  await engine.close()
  return officers
}
