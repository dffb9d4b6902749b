import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as limits from '../../server/http/limits.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { scripts } from '../support/scripts.ts'

const many = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join(' ')

describe.each(engineKinds)('limits of a query on %s', (kind) => {
  let api: Api
  let key: string
  beforeAll(async () => {
    api = await Api.open(kind)
    key = await api.key('TH', 'liaison')
  })
  afterAll(() => api.close())

  const code = async (query: string, variables: object = {}) =>
    (await api.ask(key, query, variables)).errors?.[0].extensions.code
  const cost = async (query: string, variables: object = {}) =>
    JSON.parse((await api.ask(key, query, variables)).text).extensions?.cost

  test('the last that is within each, and the first that is not', async () => {
    const aliased = (count: number) => `{ ${many(count, (at) => `a${at}: viewer { account }`)} }`
    expect(await code(aliased(limits.QUERY_ALIASES))).toBeUndefined()
    expect(await code(aliased(limits.QUERY_ALIASES + 1))).toBe('TOO_MANY_ALIASES')
    const again = (count: number) => `{ ${'viewer { account } '.repeat(count + 1)} }`
    expect(await code(again(limits.QUERY_ALIASES))).toBeUndefined()
    expect(await code(again(limits.QUERY_ALIASES + 1))).toBe('TOO_MANY_ALIASES')
    const fragments = (count: number) =>
      `${many(count, (at) => `fragment f${at} on Query { viewer { account } }`)} { ${many(count, (at) => `...f${at}`)} }`
    expect(await code(fragments(limits.QUERY_FRAGMENTS))).toBeUndefined()
    expect(await code(fragments(limits.QUERY_FRAGMENTS + 1))).toBe('TOO_MANY_FRAGMENTS')
    // 100 fields in a fragment, used again and again.
    const fields = (uses: number) =>
      `fragment f on Viewer { ${'... on Viewer { account } '.repeat(100)} } { viewer { ${'...f '.repeat(uses)} } }`
    expect(await code(fields(9))).toBeUndefined()
    expect(await code(fields(10))).toBe('TOO_MANY_FIELDS')
  })

  test('fragments that double each other are refused at once, and so are circles', async () => {
    const double = many(28, (at) => `fragment f${at} on Query { ...f${at + 1} ...f${at + 1} }`)
    expect(await code(`${double} fragment f28 on Query { viewer { account } } { ...f0 }`)).toBe('TOO_MANY_FIELDS')
    const circle = 'fragment a on Query { ...b } fragment b on Query { ...a }'
    expect(await code(`${circle} { ...a }`)).toBe('GRAPHQL_VALIDATION_FAILED')
    expect(await code(`${circle} { viewer { account } }`)).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  test('a page costs as much by a variable or its default as by a number', async () => {
    const paged = (first: string, head = '') => `${head}{ cases(first: ${first}) { nodes { id steps { label } } } }`
    // cases, nodes, 100 x (id, steps, 10 x label)
    expect(await cost(paged('100'))).toBe(2 + 100 * (1 + 1 + 10))
    const byVariable = paged('$n', 'query ($n: Int) ')
    expect(await cost(byVariable, { n: 100 })).toBe((await cost(paged('100'))) + limits.VALUE_COST)
    expect(await cost(byVariable)).toBe(await cost(paged('25')))
    expect(await cost(paged('$n', 'query ($n: Int = 40) '))).toBe(await cost(paged('40')))
    expect(await cost(paged('25'))).toBe(await cost('{ cases { nodes { id steps { label } } } }'))
  })

  test('what costs too much is refused before it is run, in the caller’s letters', async () => {
    const dear = `query ($n: Int) { meetings(first: $n) { nodes { items { case { handover { cases { steps { label key } } } } } } } }`
    const { errors } = await api.ask(key, dear, { n: 100 })
    expect(errors[0].extensions).toMatchObject({ code: 'QUERY_TOO_COSTLY', limit: limits.QUERY_COST })
    expect(errors[0].extensions.cost).toBeGreaterThan(limits.QUERY_COST)
    expect(errors[0].message).toMatch(scripts.th)
    expect(await code(dear, { n: 5 })).toBeUndefined()
    const ids = (count: number) => ({ input: { caseIds: Array.from({ length: count }, () => 'x') } })
    const act = 'mutation ($input: ProposeHandoverInput!) { proposeHandover(input: $input) { problems { code } } }'
    expect(await code(act, ids(5_000))).toBe('QUERY_TOO_COSTLY')
    expect(await code(act, ids(1_000))).toBe('BAD_USER_INPUT')
  })

  test('the cost stands in every answer to a query, done or refused, compiled or not', async () => {
    const asked = '{ viewer { account } }'
    for (let times = 0; times < 5; times += 1) expect(await cost(asked)).toBe(2)
    expect(await cost('{ cases(first: 101) { nodes { id } } }')).toBe(102)
    for (const broken of ['{', '{ nothing }', '{ viewer }']) expect(await cost(broken)).toBe(0)
    const act = 'mutation ($input: SubmitForReviewInput!) { submitForReview(input: $input) { problems { code } } }'
    const input = { caseId: 'x', idempotencyKey: api.idempotencyKey(), expectedVersion: 1 }
    // The mutation, its list of problems, ten codes, and three values.
    expect(await cost(act, { input })).toBe(12 + 3 * limits.VALUE_COST)
  })

  test('of many faults the first ten are told, and never all of what was sent', async () => {
    const { errors, text } = await api.ask(key, `{ ${many(400, (at) => `nothing${at}`)} }`)
    expect(errors.length).toBeLessThanOrEqual(limits.QUERY_FAULTS + 1)
    expect(text.length).toBeLessThan(10_000)
    const long = await api.ask(key, 'query ($n: Int) { cases(first: $n) { nodes { id } } }', { n: 'ก'.repeat(30_000) })
    expect(long.errors[0].extensions.code).toBe('BAD_USER_INPUT')
    expect(long.text.length).toBeLessThan(2_000)
  })
})
