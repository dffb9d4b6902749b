import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../../server/domain/kernel/language.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

interface Page {
  readonly nodes: readonly { readonly id: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly totalCount?: number
}

describe.each(engineKinds)('lists on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
    for (let count = 0; count < 7; count += 1) await way.draft('TH', count % 2 === 0 ? 'LA' : 'KH')
  })
  afterAll(() => api.close())

  /** Reads a list page by page to its end. */
  const all = async (
    key: string,
    list: string,
    given: string,
    fields: string,
    first: number,
  ): Promise<Page['nodes']> => {
    const nodes: { readonly id: string }[] = []
    for (let after: string | null = null; ; ) {
      const cursor: string = after === null ? '' : `, after: ${JSON.stringify(after)}`
      const query = `{ ${list}(first: ${first}${cursor}${given}) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`
      const { data, errors } = await api.ask(key, query)
      expect(errors).toBeUndefined()
      const page: Page = data[list]
      nodes.push(...page.nodes)
      if (!page.pageInfo.hasNextPage) return nodes
      after = page.pageInfo.endCursor
    }
  }

  test.each(['NEWEST_FIRST', 'OLDEST_FIRST'])(
    'cases, %s: every page goes on where the last one ended',
    async (order) => {
      const key = await way.key('TH', 'liaison')
      const whole = await all(key, 'cases', `, order: ${order}`, 'id', 100)
      expect(whole).toHaveLength(7)
      for (const first of [1, 2, 3, 7]) expect(await all(key, 'cases', `, order: ${order}`, 'id', first)).toEqual(whole)
      const other = await all(key, 'cases', order === 'NEWEST_FIRST' ? ', order: OLDEST_FIRST' : '', 'id', 100)
      expect(other).toEqual([...whole].reverse())
    },
  )

  test('cases can be narrowed', async () => {
    const key = await way.key('TH', 'focal')
    const count = async (filter: string) => (await all(key, 'cases', `, filter: {${filter}}`, 'id', 2)).length
    expect(await count('countryOfReturn: LA')).toBe(4)
    expect(await count('countryOfReturn: KH, stage: DRAFT')).toBe(3)
    expect(await count('requestingCountry: LA')).toBe(0)
    expect(await count('child: true')).toBe(0)
    expect(await count('child: false, requestingCountry: TH')).toBe(7)
  })

  test('work: every page goes on where the last one ended', async () => {
    const key = await way.key('TH', 'liaison')
    const fields = 'dueDay step { key } case { id }'
    const whole = await all(key, 'myWork', '', fields, 100)
    expect(whole).toHaveLength(7)
    expect(await all(key, 'myWork', '', fields, 2)).toEqual(whole)
  })

  test('the registries are open to every role, in seven languages, and each entry has a node', async () => {
    const key = await api.keyOf('secretariat')
    for (const [list, fields] of [
      ['offices', 'name'],
      ['crossings', 'name'],
      ['instruments', 'title'],
      ['procedures', 'name drawing'],
      ['codeLists', 'label'],
      ['questions', 'text'],
    ] as const) {
      const inLanguages = languages
        .map((one) => fields.replaceAll(/\w+/g, (field) => `${one}_${field}: ${field}(language: ${one})`))
        .join(' ')
      const entries = await all(key, list, '', `id ${inLanguages}`, 100)
      expect(entries.length).toBeGreaterThan(5)
      for (const entry of entries)
        expect(Object.values(entry).every((text) => typeof text === 'string' && text !== '')).toBe(true)
      expect((await all(key, list, '', 'id', 7)).map(({ id }) => id)).toEqual(entries.map(({ id }) => id))
      const [first] = entries
      const { data } = await api.ask(key, 'query ($id: ID!) { node(id: $id) { id __typename } }', { id: first?.id })
      expect(data.node.id).toBe(first?.id)
    }
  })

  test('an instrument keeps claims that disagree side by side', async () => {
    const query = `{ instruments(first: 100, parties: [MM, TH]) { nodes { code claims { what value basis { status source }
      conflictsWith { value } } } } }`
    const { data } = await api.ask(await api.keyOf('secretariat'), query)
    const claims = data.instruments.nodes.flatMap(({ claims: own }: { claims: object[] }) => own)
    const disputed = claims.filter(({ conflictsWith }: { conflictsWith: object[] }) => conflictsWith.length > 0)
    expect(disputed.length).toBeGreaterThanOrEqual(2)
    const values = disputed.map(({ value }: { value: string }) => value).join(' ')
    expect([values.includes('2007'), values.includes('2009')]).toEqual([true, true])
  })
})
