import { Seeded } from '../../../server/demo/seeded.ts'
import { nonsense, nonsenseOfAll, unstorable } from './alphabets.ts'
import { hostileQueries, type Request } from './queries.ts'

/** One request as it goes over the wire: what it tries, its body, and headers beside the key. */
export interface Hostile {
  readonly kind: string
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/json' }
const ASK = 'query ($id: ID!) { node(id: $id) { id } case(id: $id) { id } }'
const FILED =
  'query ($id: ID!, $leaf: String!, $reference: String!) { receipt(id: $id, leaf: $leaf) { id } case(reference: $reference) { id } disclosures(reference: $reference, first: 1) { nodes { at } } }'
const nested = (times: number) => '['.repeat(times) + ']'.repeat(times)
const whole = (request: unknown): string => JSON.stringify(request)

const queries = Object.entries(hostileQueries).map(
  ([kind, make]) => [kind, (chance: Seeded) => whole(make(chance))] as const,
)

/** Bodies that are hostile in what stands around the query. */
const bodies: readonly (readonly [string, (chance: Seeded) => string])[] = [
  ['nonsense as query', (chance) => whole({ query: nonsense(chance, 1 + chance.below(2_000)) })],
  ['nonsense of forty languages', (chance) => whole({ query: nonsenseOfAll(chance, 1 + chance.below(200)) })],
  [
    'nonsense in a query',
    (chance) => whole({ query: `{ viewer { account ${nonsense(chance, 1 + chance.below(50))} } }` }),
  ],
  ['nonsense as value', (chance) => whole({ query: ASK, variables: { id: nonsense(chance, chance.below(5_000)) } })],
  [
    'nonsense as name',
    (chance) => whole({ query: 'query A { viewer { account } }', operationName: nonsense(chance, 30) }),
  ],
  [
    'many values',
    (chance) => whole({ query: ASK, variables: { id: Array.from({ length: chance.below(30_000) }, () => 1) } }),
  ],
  [
    'what no store takes',
    (chance) => {
      const text = `${nonsense(chance, chance.below(40))}${chance.one(unstorable)}`
      return whole({ query: FILED, variables: { id: text, leaf: text, reference: text } })
    },
  ],
  ['long value', (chance) => whole({ query: ASK, variables: { id: 'ก'.repeat(chance.below(40_000)) } })],
  ['deep value', (chance) => `{"query":"${ASK}","variables":{"id":${nested(1 + chance.below(2_000))}}}`],
  [
    'values nobody asked for',
    (chance) =>
      whole({
        query: ASK,
        variables: Object.fromEntries(Array.from({ length: chance.below(5_000) }, (_, at) => [`v${at}`, at])),
      }),
  ],
  ['too large', (chance) => whole({ query: 'x'.repeat(100_000 + chance.below(50_000)) })],
  [
    'many requests in one',
    (chance) => whole(Array.from({ length: chance.below(200) }, (): Request => ({ query: '{ viewer { account } }' }))),
  ],
  [
    'cut short',
    (chance) => {
      const text = whole({ query: ASK, variables: { id: nonsense(chance, 40) } })
      return text.slice(0, chance.below(text.length))
    },
  ],
  [
    'no object',
    (chance) =>
      chance.one([
        '',
        'null',
        '0',
        '"query"',
        '[]',
        '{}',
        'NaN',
        '\u0000',
        '{"query":null}',
        '{"query":{}}',
        '{"query":"{ viewer { account } }","variables":7}',
      ]),
  ],
  [
    'names of JavaScript',
    (chance) =>
      `{"query":"{ viewer { account } }","${chance.one(['__proto__', 'constructor', 'toString', 'extensions', 'variables'])}":${chance.one(['{"a":1}', '[]', '1', 'null'])}}`,
  ],
]
const makers = [...queries, ...bodies]

const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ['accept', ['*/*', 'text/html', 'application/graphql-response+json', 'text/event-stream', ',,,', 'x'.repeat(3_000)]],
  ['accept-language', ['km', 'zh;q=9', `${'th,'.repeat(1_000)}`, '*', '-', ';;;q=']],
  [
    'content-type',
    [
      'application/json; charset=utf-8',
      'text/plain',
      'application/graphql',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
    ],
  ],
  ['x-request-id', ['../../etc', 'a'.repeat(500), "' or 1=1"]],
]

/** The same requests for the same seed: each kind in turn, now and then with a header that is strange as well. */
export function* hostileRequests(seed: number, count: number): Generator<Hostile> {
  const chance = new Seeded(seed)
  for (let at = 0; at < count; at += 1) {
    const [kind, make] = makers[at % makers.length] as (typeof makers)[number]
    const body = make(chance)
    const [name, values] = chance.one(HEADERS)
    const strange = chance.below(5) === 0 ? { [name]: chance.one(values) } : {}
    yield { kind, body, headers: { ...JSON_HEADERS, ...strange } }
  }
}
