import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessRules } from '../../server/domain/disclosure/access-rules.ts'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { isIn } from '../support/scripts.ts'

const QUERY = `query ($after: String, $role: Role) { accessRules(first: 100, after: $after, role: $role) { totalCount
  nodes { name kind kindLabel label grants { roles roleLabels relationLabel stages stageLabels what whatLabel } }
  pageInfo { hasNextPage endCursor } } }`
const LETTERS = { KH: 'km', LA: 'lo', MM: 'my', TH: 'th', CN: 'zh' } as const

describe.each(engineKinds)('the table of rules as an administrator reads it, on %s', (kind) => {
  let api: Api
  beforeAll(async () => {
    api = await Api.open(kind)
  })
  afterAll(() => api.close())

  test.each(countryCodes)('whole, and in the language of %s', async (country) => {
    const key = await api.key(country, 'admin')
    const rules: Looked[] = []
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await api.ask(key, QUERY, { after })
      rules.push(...data.accessRules.nodes)
      expect(data.accessRules.totalCount).toBe(accessRules.length)
      after = data.accessRules.pageInfo.endCursor
      more = data.accessRules.pageInfo.hasNextPage
    }
    expect(rules.map(({ name }) => name)).toEqual(accessRules.map(({ name }) => name))
    const words = rules.flatMap(({ label, kindLabel, grants }) => [
      label,
      kindLabel,
      ...grants.flatMap((one: Looked) => [...one.roleLabels, ...one.stageLabels, one.relationLabel, one.whatLabel]),
    ])
    for (const one of new Set<string>(words)) {
      expect(one).not.toMatch(/access:|labels:|\{\{/)
      if (country in LETTERS) expect([one, isIn(LETTERS[country as keyof typeof LETTERS], one)]).toEqual([one, true])
    }
  })

  test('of one role only what names it; nothing for who is no administrator or privacy officer', async () => {
    const { data } = await api.ask(await api.key('TH', 'admin'), QUERY, { role: 'TASKFORCE' })
    expect(data.accessRules.nodes.map(({ name }: Looked) => name)).toContain('escalations')
    for (const { grants } of data.accessRules.nodes)
      expect(grants.some(({ roles }: Looked) => roles.includes('TASKFORCE'))).toBe(true)
    for (const role of ['focal', 'liaison'] as const) {
      const none = (await api.ask(await api.key('TH', role), QUERY)).data.accessRules
      expect(none).toMatchObject({ totalCount: 0, nodes: [] })
    }
  })
})
