import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../schema/index.ts'
import { extentOf, grantsOf, type QuestionName } from '../../server/domain/disclosure/question-rules.ts'
import { everyReader, type Reader } from '../support/access-readers.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { plainQuestion } from '../support/plainly-asked.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

const ENGLISH = { 'accept-language': 'en' }
const questions = Object.keys(schema.getQueryType()?.getFields() ?? {}) as QuestionName[]

describe.each(engineKinds)(
  'what hangs on no case is what the table of rules says, on %s',
  { timeout: 600_000 },
  (kind) => {
    let api: Api
    let readers: readonly Reader[]
    beforeAll(async () => {
      api = await Api.open(kind)
      readers = await everyReader(new WayOverHttp(api))
      // An empty list would look like no list.
      const said = { text: 'Annual report of the national committee.' }
      const figures = [{ year: 2024, indicator: 'identified', total: 9 }]
      const handedIn = { definition: said, coverage: said, source: said, sourceDay: '2026-02-01', figures }
      await api.act(await api.key('TH', 'taskforce'), 'importAggregates', handedIn)
    })
    afterAll(() => api.close())

    test('what is the same for everybody is equal to the byte; the own account is the own', async () => {
      for (const name of questions) {
        const [grant] = grantsOf(name)
        const query = plainQuestion(name)
        if (!query || grant?.relation !== 'any' || grant.what !== 'same') continue
        const entries = new Map<string, string[]>()
        for (const { name: who, role, key } of readers) {
          const { text } = await api.ask(key, query, {}, ENGLISH)
          const kindOf = extentOf(name, role) === null ? 'nothing' : 'same'
          entries.set(kindOf, [...(entries.get(kindOf) ?? []), text])
          expect(text, who).not.toContain('"errors"')
        }
        for (const texts of entries.values()) expect(new Set(texts).size, name).toBe(1)
        if (entries.has('nothing')) expect(entries.get('nothing')?.[0]).toContain('"nodes":[]')
        expect(entries.get('same')?.[0], name).not.toEqual(entries.get('nothing')?.[0])
      }
      for (const { key, role, office } of readers) {
        const { data } = await api.ask(key, '{ viewer { role office { code } } }')
        expect(data.viewer).toEqual({ role: role.toUpperCase(), office: { code: office } })
      }
    })

    test('without a key there is one answer to everything', async () => {
      const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {})
      const heard = Object.keys(schema.getSubscriptionType()?.getFields() ?? {})
      const asked = [
        ...heard.map((name) => `subscription { ${name} { __typename } }`),
        ...questions.map((name) => `{ ${name} { __typename } }`),
        ...mutations.map((name) => `mutation { ${name} { __typename } }`),
      ]
      const answers = new Set<string>()
      for (const query of asked)
        for (const authorization of ['', 'Bearer nobody-ever-had-this-key']) {
          const answer = await api.post(JSON.stringify({ query }), {
            'x-request-id': 'one',
            ...(authorization ? { authorization } : {}),
          })
          expect(answer.status).toBe(401)
          answers.add(answer.text)
        }
      expect(answers.size).toBe(1)
    })
  },
)
