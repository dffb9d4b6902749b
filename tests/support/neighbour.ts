import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../server/app.ts'
import { nounsOf } from '../../server/domain/nouns.ts'
import type { ActName } from '../../server/domain/procedures/action-names.ts'
import { openService, type Service } from '../../server/services/service.ts'
import type { Api, Looked } from './api.ts'

/** A second process of the same installation: a service of its own, with its own memory, over the same store and clock. */
export class Neighbour {
  readonly service: Service
  readonly #app: FastifyInstance
  private constructor(service: Service) {
    this.service = service
    this.#app = buildApp(service, { LOG_LEVEL: 'silent', TRUST_PROXY: false })
  }
  static async of(api: Api): Promise<Neighbour> {
    return new Neighbour(await openService(api.engine, api.clock, api.service.secret))
  }
  close(): Promise<void> {
    return this.#app.close()
  }
  async ask(key: string, query: string, variables: object = {}): Promise<Looked> {
    const answer = await this.#app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', accept: 'application/json', authorization: `Bearer ${key}` },
      payload: JSON.stringify({ query, variables }),
    })
    return JSON.parse(answer.body)
  }
  async act(key: string, name: ActName, input: object): Promise<Looked> {
    const { field } = nounsOf(name)
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${field} { id } receipt { id } problems { code } } }`
    const { data, errors } = await this.ask(key, query, { input })
    if (errors) throw new Error(`${name}: ${JSON.stringify(errors)}`)
    return { ...data[name], noun: data[name][field] }
  }
}
