import { parse, validate } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../schema/index.ts'
import { trustedDocuments } from '../../server/http/trusted-documents.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { scripts } from '../support/scripts.ts'

const known = [...trustedDocuments]

describe.each(engineKinds)('documents that are known by their hash on %s', (kind) => {
  let api: Api
  let key: string
  beforeAll(async () => {
    api = await Api.open(kind)
    key = await api.key('LA', 'focal')
  })
  afterAll(() => api.close())

  const send = async (body: object) => {
    const { status, data, errors } = await api.post(JSON.stringify(body), { authorization: `Bearer ${key}` })
    return { status, data, code: errors?.[0].extensions.code, message: errors?.[0].message }
  }

  test.each(known)('%s fits the contract and the limits, and is answered as its text is', async (documentId, query) => {
    expect(validate(schema, parse(query))).toEqual([])
    const variables = { first: 100, id: null, reference: 'TH-KH-2026-7Q4M9D' }
    expect(await send({ documentId, variables })).toMatchObject({ status: 200, code: undefined })
    expect(await send({ documentId, variables })).toEqual(await send({ query, variables }))
  })
  test('another hash, a cut one, or no hash is refused in the caller’s letters', async () => {
    const [documentId = ''] = known[0] ?? []
    for (const other of ['sha256:', documentId.slice(0, -1), documentId.toUpperCase(), 7, null, {}, '__proto__'])
      expect(await send({ documentId: other })).toMatchObject({ status: 400, code: 'UNKNOWN_DOCUMENT' })
    expect((await send({ documentId: 'x' })).message).toMatch(scripts.lo)
  })
  test('one of the two is sent, not both', async () => {
    const [documentId, query] = known[0] ?? []
    expect((await send({ documentId, query })).status).toBe(400)
  })
})
