import { serverAudits } from 'graphql-http'
import { afterEach, describe, expect, test } from 'vitest'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'

/** Two of the audits look a type up by introspection, which an officer may only do in a demo. */
const asking = [
  ['an operator in production', false],
  ['an officer in a demo', true],
] as const

describe.each(engineKinds)('GraphQL over HTTP on %s', (kind) => {
  let api: Api
  afterEach(() => api.close())

  test.each(asking)('passes every audit for %s; only the three notices about GET stand', async (_who, fictitious) => {
    api = await Api.open(kind)
    Object.assign(api.service, { fictitious })
    const key = fictitious ? await api.key('TH', 'liaison') : await api.keyOf('operator')
    const url = `${await api.app.listen({ host: '127.0.0.1', port: 0 })}/graphql`
    const withKey: typeof fetch = (input, init) => {
      const headers = new Headers(init?.headers)
      headers.set('authorization', `Bearer ${key}`)
      return fetch(input, { ...init, headers })
    }
    const audits = serverAudits({ url: () => url, fetchFn: withKey })
    const results = await Promise.all(audits.map((audit) => audit.fn()))
    const other = results.filter(({ status }) => status !== 'ok')
    expect(
      other
        .filter(({ status }) => status !== 'notice')
        .map(({ name, reason }: { name: string; reason?: string }) => `${name}: ${reason}`),
    ).toEqual([])
    expect(other).toHaveLength(3)
  })
})
