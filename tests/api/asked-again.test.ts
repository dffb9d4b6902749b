import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { globalId } from '../../schema/global-id.ts'
import { Api } from '../support/api.ts'
import { profile } from '../support/way-home.ts'
import { never, WayOverHttp } from '../support/way-over-http.ts'

/** Often asked queries take another way through the service than new ones: it must not show. */
const TIMES = 5
const text = (name: string, type: string) => `query ($x: ${type}) { ${name} }`

describe('a request asked again and again', () => {
  let api: Api
  let key: string
  let caseId: string
  beforeAll(async () => {
    api = await Api.open('sqlite')
    const way = new WayOverHttp(api)
    caseId = await way.send('TH', 'LA')
    key = await api.key('TH', 'liaison')
  })
  afterAll(() => api.close())

  const requests = (): [string, object][] => [
    [
      'a case',
      {
        query: text('case(id: $x) { reference steps { label } journal { action } profile { sex { label } } }', 'ID'),
        variables: { x: caseId },
      },
    ],
    ['nothing', { query: text('case(id: $x) { reference }', 'ID'), variables: { x: never.case } }],
    [
      'a node',
      {
        query: text('node(id: $x) { __typename id ... on Case { version } ... on Office { code } }', 'ID!'),
        variables: { x: caseId },
      },
    ],
    [
      'another type of node',
      {
        query: text('node(id: $x) { __typename id ... on Case { version } ... on Office { code } }', 'ID!'),
        variables: { x: globalId('Office', 'th-datip') },
      },
    ],
    [
      'an alias, a fragment, a directive',
      {
        query:
          'query ($x: Boolean!) { a: viewer { ...who } b: viewer { account @skip(if: $x) role } } fragment who on Viewer { account }',
        variables: { x: true },
      },
    ],
    ['text for a number', { query: text('cases(first: $x) { nodes { id } }', 'Int'), variables: { x: 'many' } }],
    ['a number beyond', { query: text('cases(first: $x) { nodes { id } }', 'Int'), variables: { x: 2 ** 31 } }],
    ['a page too large', { query: text('cases(first: $x) { nodes { id } }', 'Int'), variables: { x: 101 } }],
    ['a cursor of nothing', { query: text('cases(after: $x) { nodes { id } }', 'String'), variables: { x: 'ก' } }],
    ['a number for a code', { query: text('codeLists(list: $x) { nodes { list } }', 'Code'), variables: { x: 5 } }],
    ['no such role', { query: text('offices(role: $x) { nodes { code } }', 'Role'), variables: { x: 'NOBODY' } }],
    ['a variable left out', { query: text('node(id: $x) { id }', 'ID!') }],
    ['null where an id is needed', { query: text('node(id: $x) { id }', 'ID = "x"'), variables: { x: null } }],
    ['neither id nor reference', { query: '{ case { id } }' }],
    ['an operation not named', { query: 'query A { viewer { account } } query B { viewer { role } }' }],
    ['another operation', { query: 'query A { viewer { account } }', operationName: 'B' }],
    [
      'an input with a field too many',
      {
        query: 'mutation ($x: SubmitForReviewInput!) { submitForReview(input: $x) { problems { code } } }',
        variables: { x: { caseId, expectedVersion: 1, idempotencyKey: 'x'.repeat(16), more: 1 } },
      },
    ],
    [
      'an act that is refused',
      {
        query:
          'mutation ($x: DraftRequestInput!) { draftRequest(input: $x) { case { id } problems { code message field facts { key text list } } } }',
        variables: { x: { countryOfReturn: 'TH', ...profile, sex: 'x', idempotencyKey: 'x'.repeat(16) } },
      },
    ],
  ]

  test('has the same answer each time', async () => {
    for (const [name, request] of requests()) {
      const answers = new Set<string>()
      for (let time = 0; time < TIMES; time += 1) {
        const answer = await api.post(JSON.stringify(request), {
          authorization: `Bearer ${key}`,
          'x-request-id': '018f6a2e-7c1b-7d3a-9e4f-0123456789ab',
        })
        const errors = answer.errors?.map(({ locations: _, ...rest }: { locations?: unknown }) => rest)
        answers.add(JSON.stringify([answer.status, answer.data, errors]))
        expect([name, answer.text]).toEqual([name, expect.not.stringContaining('UNEXPECTED')])
      }
      expect.soft([...answers], name).toHaveLength(1)
    }
  })
})
