import type { FastifyInstance } from 'fastify'
import type { Engine } from '../../db/engine.ts'
import { FileCache } from '../../db/file-cache.ts'
import { buildApp } from '../../server/app.ts'
import { StandingClock } from '../../server/clock.ts'
import { unattendedKey } from '../../server/domain/access/key-scope.ts'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { OfficeId } from '../../server/domain/kernel/ids.ts'
import { plus } from '../../server/domain/kernel/instant.ts'
import type { Language } from '../../server/domain/kernel/language.ts'
import { nounsOf } from '../../server/domain/nouns.ts'
import type { ActName } from '../../server/domain/procedures/action-names.ts'
import { createAccount } from '../../server/services/accounts.ts'
import { openService, type Service } from '../../server/services/service.ts'
import { type OpenEngine, openEngine, START } from './engines.ts'

/** A part of an answer. */
// biome-ignore lint/suspicious/noExplicitAny: answers are looked at, not typed, in tests
export type Looked = any

export interface GraphqlAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly data: Looked
  readonly errors: Looked
  readonly text: string
}

const LANGUAGE: Readonly<Record<CountryCode, Language>> = { KH: 'km', CN: 'zh', LA: 'lo', MM: 'my', TH: 'th', VN: 'vi' }

/** The whole service without a port, on one engine, with accounts made on demand. */
export class Api {
  readonly app: FastifyInstance
  readonly service: Service
  readonly clock: StandingClock
  readonly engine: Engine
  readonly #open: OpenEngine
  readonly #keys = new Map<string, string>()
  #count = 0
  private constructor(open: OpenEngine, service: Service, clock: StandingClock) {
    this.#open = open
    this.engine = open.engine
    this.service = service
    this.clock = clock
    this.app = buildApp(service, { LOG_LEVEL: 'silent', TRUST_PROXY: false })
  }
  static async open(kind: Engine['kind']): Promise<Api> {
    return Api.on(await openEngine(kind))
  }
  /** On a store that is there. */
  static async on(open: OpenEngine): Promise<Api> {
    const clock = new StandingClock(START)
    return new Api(open, await openService(open.engine, clock, 'a secret of the tests, 32 letters'), clock)
  }
  async close(): Promise<void> {
    await this.app.close()
    await this.#open.close()
  }
  /** As after a start: nothing has been read yet. */
  forgetFiles(): void {
    Object.assign(this.service, { files: new FileCache() })
  }
  later(hours: number): void {
    this.clock.set(plus(this.clock.now(), hours * 3_600_000))
  }
  idempotencyKey(): string {
    this.#count += 1
    return `test-key-${String(this.#count).padStart(10, '0')}`
  }
  /** The bearer key of an officer of the competent office (or of `office`); `who` tells persons apart. */
  async key(country: CountryCode, role: Role, who = 1, office?: OfficeId): Promise<string> {
    const own = office ?? this.service.world.competent.get(country)?.get(role)
    if (!own) throw new Error(`no office for ${country} ${role}`)
    const name = `${country}-${role}-${own}-${who}`.toLowerCase()
    const known = this.#keys.get(name)
    if (known) return known
    const wanted = {
      name,
      office: own,
      role,
      language: LANGUAGE[country],
      validDays: null,
      demo: false,
      scope: unattendedKey,
    }
    const made = await createAccount(this.service, wanted)
    if ('fault' in made) throw new Error(`${name}: ${made.fault}`)
    this.#keys.set(name, made.key)
    return made.key
  }
  /** Another account of a person who has one already: `of` as in key(). */
  async secondAccount(of: readonly [CountryCode, Role], role: Role, office?: OfficeId): Promise<string> {
    const [country, first] = of
    await this.key(country, first)
    const own = office ?? this.service.world.competent.get(country)?.get(role)
    const firstOffice = this.service.world.competent.get(country)?.get(first)
    const name = `second-${country}-${first}-${role}`.toLowerCase()
    const samePersonAs = `${country}-${first}-${firstOffice}-1`.toLowerCase()
    const language = LANGUAGE[country]
    const made = await createAccount(this.service, {
      name,
      office: own as OfficeId,
      role,
      language,
      validDays: null,
      demo: false,
      scope: unattendedKey,
      samePersonAs,
    })
    if ('fault' in made) throw new Error(`${name}: ${made.fault}`)
    return made.key
  }
  /** The bearer key of the two roles that belong to no country. */
  async keyOf(role: 'secretariat' | 'operator'): Promise<string> {
    const known = this.#keys.get(role)
    if (known) return known
    const wanted = {
      name: role,
      office: role as OfficeId,
      role,
      language: 'en' as const,
      validDays: null,
      demo: false,
      scope: unattendedKey,
    }
    const made = await createAccount(this.service, wanted)
    if ('fault' in made) throw new Error(`${role}: ${made.fault}`)
    this.#keys.set(role, made.key)
    return made.key
  }
  async ask(key: string, query: string, variables: object = {}, headers: object = {}): Promise<GraphqlAnswer> {
    return this.post(JSON.stringify({ query, variables }), { authorization: `Bearer ${key}`, ...headers })
  }
  async post(payload: string, headers: Record<string, string>): Promise<GraphqlAnswer> {
    const answer = await this.app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      payload,
    })
    const body = answer.body ? JSON.parse(answer.body) : {}
    return {
      status: answer.statusCode,
      headers: answer.headers,
      data: body.data,
      errors: body.errors,
      text: answer.body,
    }
  }
  /** Runs a mutation; the noun, the receipt and the problems of its payload. */
  async act(key: string, name: string, input: object, headers: object = {}): Promise<Looked> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
    const noun = nounsOf(name as ActName).field
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) {
      ${noun} { id version } receipt { id leaf at } problems { code message field facts { key text number flag list } next } } }`
    const idempotencyKey = this.idempotencyKey()
    const answer = await this.ask(key, query, { input: { idempotencyKey, ...input } }, headers)
    if (answer.errors) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`)
    return { ...answer.data[name], noun: answer.data[name][noun] }
  }
}
