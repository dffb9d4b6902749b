import { buildApp } from '../../server/app.ts'
import { StandingClock } from '../../server/clock.ts'
import { makeDemoAccounts } from '../../server/demo/accounts.ts'
import { Officers } from '../../server/demo/officers.ts'
import { liveThrough } from '../../server/demo/world.ts'
import { DAY, plus } from '../../server/domain/kernel/instant.ts'
import { openService } from '../../server/services/service.ts'
import { type OpenEngine, openEngine, START } from './engines.ts'

/** As `npm run demo` makes it: how many cases, how many days they are lived through. */
const CASES = 200
const DAYS_LIVED = 60

/** The world of the demo on either engine, its clock standing where the demo starts, read over GraphQL. */
export class DemoWorld {
  readonly #open: OpenEngine
  readonly #app: ReturnType<typeof buildApp>
  readonly #keys: Readonly<Record<string, string>>
  private constructor(open: OpenEngine, app: ReturnType<typeof buildApp>, keys: Readonly<Record<string, string>>) {
    this.#open = open
    this.#app = app
    this.#keys = keys
  }
  static async open(kind: OpenEngine['engine']['kind']): Promise<DemoWorld> {
    const open = await openEngine(kind)
    const clock = new StandingClock(plus(START, -DAYS_LIVED * DAY))
    const service = await openService(open.engine, clock, 'a secret of the tests, 32 letters', true)
    const keys = await makeDemoAccounts(service)
    await liveThrough(service, clock, await Officers.signIn(service, keys), START, CASES)
    return new DemoWorld(open, buildApp(service, { LOG_LEVEL: 'silent', TRUST_PROXY: false }), keys)
  }
  /** What a demo account reads. */
  async ask<T>(account: string, query: string, variables: object = {}): Promise<T> {
    const answer = await this.#app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${this.#keys[account]}`, 'content-type': 'application/json' },
      payload: JSON.stringify({ query, variables }),
    })
    const { data, errors } = JSON.parse(answer.body) as { data: T; errors?: unknown }
    if (errors) throw new Error(JSON.stringify(errors))
    return data
  }
  /** Every node of a connection; the query takes `$after` and has `list` as its one field. */
  async everyNode<T>(account: string, query: string): Promise<readonly T[]> {
    const nodes: T[] = []
    for (let after: string | null = null; ; ) {
      const { list }: { list: Page<T> } = await this.ask(account, query, { after })
      nodes.push(...list.nodes)
      if (!list.pageInfo.hasNextPage) return nodes
      after = list.pageInfo.endCursor
    }
  }
  async close(): Promise<void> {
    await this.#app.close()
    await this.#open.close()
  }
}

interface Page<T> {
  readonly nodes: readonly T[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}
