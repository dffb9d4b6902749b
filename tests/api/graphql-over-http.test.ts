import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Api } from '../support/api.ts'

describe('GraphQL over HTTP', () => {
  let api: Api
  let url: string
  let authorization: string
  beforeAll(async () => {
    api = await Api.open('sqlite')
    authorization = `Bearer ${await api.key('TH', 'liaison')}`
    url = `${await api.app.listen({ host: '127.0.0.1', port: 0 })}/graphql`
  })
  afterAll(() => api.close())

  const withKey: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers)
    headers.set('authorization', authorization)
    return fetch(input, { ...init, headers })
  }

  test('passes every audit; only the three notices about GET stand', async () => {
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
