import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actions } from '../../server/domain/actions.ts'
import type { Field, FieldKind } from '../../server/domain/kernel/fields.ts'
import { nounsOf } from '../../server/domain/nouns.ts'
import type { ActName } from '../../server/domain/procedures/action-names.ts'
import { registerActs } from '../../server/domain/registers/register-acts.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { stored } from '../support/stored.ts'
import { nobody } from '../support/way-home.ts'
import { meeting, never, verified, WayOverHttp } from '../support/way-over-http.ts'
import { worded } from '../support/worded.ts'

/** What a careless colleague pastes: a name and a telephone, in the letters of the region. */
const NAMES = ['Somchai Jaidee +66 81 234 5678', 'สมชาย ใจดี ๐๘๑-๒๓๔-๕๖๗๘', 'ທ້າວ ສົມຊາຍ', 'សុខ សុភា', 'မောင်မောင်', '阮氏玉']

/** Every input that is written as text gets the name; what cannot hold text gets something that fits. */
const filled: { readonly [K in FieldKind['kind']]: (name: string) => unknown } = {
  code: (name) => name,
  codes: (name) => [name],
  questions: (name) => [name],
  answers: (name) => [{ question: name, yes: true }],
  day: (name) => name,
  instant: (name) => name,
  id: (name) => name,
  caseIds: (name) => [name],
  country: () => 'LA',
  flag: () => true,
  counts: () => nobody,
  choice: () => null,
  agenda: (name) => [{ case: name, decision: name }],
  number: () => 5,
  days: (name) => [name],
  step: (name) => name,
  // Notes are text on purpose; the guard has tests of its own.
  note: () => ({ text: 'Nothing that names anybody.' }),
  wording: () => worded('Nothing that names anybody.'),
  wordings: () => [worded('Nothing that names anybody.')],
  meetingList: () => [],
  choices: () => [],
  countries: () => [],
  areaLines: () => [],
  form: (name) => name,
  reference: (name) => name,
  figures: (name) => [{ year: 2025, indicator: name, total: 1 }],
  aggregateImports: (name) => [name],
}
const TEXTS = new Set([
  'code',
  'codes',
  'questions',
  'answers',
  'day',
  'instant',
  'id',
  'agenda',
  'days',
  'step',
  'form',
  'reference',
  'figures',
  'aggregateImports',
])
const fieldsOf = (one: object) => Object.entries((one as { fields: Record<string, Field> }).fields)

describe.each(engineKinds)('no name gets in, on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  let caseId: string
  let handoverId: string
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
    caseId = await way.accept('TH', 'LA')
    const list = { caseIds: [caseId], crossing: 'la-th-vientiane-nong-khai', ...meeting }
    handoverId = await way.must(await way.key('TH', 'liaison'), 'proposeHandover', list)
  })
  afterAll(() => api.close())

  test.each(Object.entries({ ...actions, ...registerActs }))(
    '%s takes no words, in any of its fields',
    async (name, action) => {
      const key = await way.key('TH', 'focal')
      const texts = fieldsOf(action).filter(([field, { type }]) => TEXTS.has(type.kind) && field !== 'caseId')
      const choices: Readonly<Record<string, unknown>> = {
        ReviewDecision: 'APPROVE',
        CaseRole: 'WELFARE',
        LimitKind: 'STEP',
        ClosureAnswer: 'YES',
        ConferenceSeries: 'SOM',
        ReportKind: 'CORRIDOR_REVIEW',
        Audience: 'GOVERNMENTS',
        ReportFormat: 'PDF',
      }
      const before = await stored(api.engine)
      for (const words of NAMES) {
        const input = fieldsOf(action).map(([field, { type }]) => {
          if (type.kind === 'choice') return [field, choices[type.name]]
          if (type.kind === 'number') return [field, type.min]
          // A corridor of the own country: what is typed is looked at before whose it is, ids of the store after.
          return [field, field === 'requestingCountry' ? 'TH' : filled[type.kind](words)]
        })
        const named = nounsOf(name as ActName).target
        const targets: Readonly<Record<string, string>> = { caseId, handoverId, meetingId: never.meeting }
        const target = targets[named ?? ''] ?? null
        const version = target ? { expectedVersion: (await way.version(key, target)) ?? 1 } : {}
        const noun = target && named ? { [named]: target } : {}
        if (texts.length === 0) continue
        const { problems } = await api.act(key, name, { ...version, ...Object.fromEntries(input), ...noun })
        const refused = new Set(problems.map(({ field }: { field: string[] }) => field[0]))
        expect([...refused]).toEqual(expect.arrayContaining(texts.map(([field]) => field)))
      }
      expect(await stored(api.engine)).toEqual(before)
    },
  )

  test('the office with which identity was matched is one of the other country', async () => {
    const sent = await way.send('TH', 'LA')
    await way.must(await way.key('LA', 'focal'), 'acknowledgeRequest', { caseId: sent })
    const verifier = await way.key('LA', 'verifier')
    const match = { caseId: sent, expectedVersion: 5, ...verified, identityMatchedOn: '2026-03-02' }
    for (const [office, code] of [
      ['Somchai Jaidee', 'OFFICE_UNKNOWN'],
      ['', 'OFFICE_UNKNOWN'],
      ['vn-c02', 'OFFICE_LACKS_ROLE'],
      ['la-mops', 'OFFICE_LACKS_ROLE'],
    ]) {
      const { problems } = await api.act(verifier, 'recordVerification', { ...match, identityMatchedWith: office })
      expect([office, problems[0]?.code, problems[0]?.field]).toEqual([office, code, ['identityMatchedWith']])
    }
    await way.must(verifier, 'recordVerification', { ...match, identityMatchedWith: 'th-datip' })
  })
})
