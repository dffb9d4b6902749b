import type { Role } from '../domain/cases/roles.ts'
import type { CountryCode } from '../domain/kernel/country.ts'
import type { Service } from '../services/service.ts'
import { type Account, signIn } from '../services/sign-in.ts'

/** The demo's officers, signed in with their keys like everybody else. */
export class Officers {
  readonly #byName: ReadonlyMap<string, Account>
  private constructor(byName: ReadonlyMap<string, Account>) {
    this.#byName = byName
  }
  static async signIn(service: Service, keys: Readonly<Record<string, string>>): Promise<Officers> {
    const accounts = await Promise.all(Object.values(keys).map((key) => signIn(service, key)))
    return new Officers(new Map(accounts.flatMap((one) => (one ? [[one.name, one]] : []))))
  }
  /** The officer of a role in a country; a post is that towards the other country of the case. */
  of(country: CountryCode, role: Role, other: CountryCode): Account {
    const own = country.toLowerCase()
    return this.#named(role === 'post' ? `${own}-post-${other.toLowerCase()}` : `${own}-${role}`)
  }
  /** Who belongs to no country. */
  get secretariat(): Account {
    return this.#named('secretariat')
  }
  #named(name: string): Account {
    const account = this.#byName.get(name)
    if (!account) throw new Error(`no demo account ${name}`)
    return account
  }
}
