import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actions } from '../../server/domain/actions.ts'
import { issueReference } from '../../server/domain/cases/reference.ts'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { Field } from '../../server/domain/kernel/fields.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { stored } from '../support/stored.ts'
import { nobody } from '../support/way-home.ts'
import { meeting, never, WayOverHttp } from '../support/way-over-http.ts'

/** Something of the right form for each kind of input; the act is refused before anybody looks closer. */
const FORM = {
  note: { text: 'x' },
  flag: true,
  country: 'LA',
  counts: nobody,
  codes: ['x'],
  questions: ['x'],
  answers: [{ question: 'x' }],
  caseIds: [],
}
const CHOICE: Readonly<Record<string, string>> = { ReviewDecision: 'APPROVE', CaseRole: 'WELFARE' }
const formOf = ({ type }: Field): unknown =>
  type.kind === 'choice' ? CHOICE[type.name] : type.kind in FORM ? FORM[type.kind as keyof typeof FORM] : 'x'
const onCase = Object.entries(actions).filter(([, { target }]) => target === 'case')

describe.each(engineKinds)('a case that is not yours, on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())

  const referenceOf = async (key: string, id: string): Promise<string> =>
    (await api.ask(key, 'query ($id: ID!) { case(id: $id) { reference } }', { id })).data.case.reference
  /** What every query and every mutation answers about an id and a reference, and how many statements it took. */
  const allAnswers = async (key: string, id: string, reference: string) => {
    api.forgetFiles()
    // What others read before is written by none of these requests.
    await api.service.readings.flush()
    const before = api.engine.statements.count
    const query = `query ($id: ID!, $reference: String!) { case(id: $id) { id } byReference: case(reference: $reference) { id }
      node(id: $id) { id } cases(first: 100) { nodes { id } } myWork(first: 100, wholeOffice: true) { nodes { case { id } } } }`
    const answers = [(await api.ask(key, query, { id, reference })).text]
    const crossing = 'la-th-vientiane-nong-khai'
    answers.push(JSON.stringify(await api.act(key, 'proposeHandover', { caseIds: [id], crossing, ...meeting })))
    for (const [name, { fields }] of onCase) {
      const input = Object.entries<Field>(fields).map(([field, one]) => [field, formOf(one)])
      const act = { caseId: id, expectedVersion: 1, ...Object.fromEntries(input) }
      answers.push(`${name} ${JSON.stringify(await api.act(key, name, act))}`)
    }
    return { answers, statements: api.engine.statements.count - before }
  }

  test('a draft is nothing to the country of return: the same bytes, the same cost', async () => {
    const id = await way.draft('TH', 'LA')
    const reference = await referenceOf(await way.key('TH', 'liaison'), id)
    const other = issueReference('TH', 'LA', 2026, [1, 2, 3, 4, 5])
    for (const role of ['focal', 'liaison', 'supervisor', 'verifier', 'welfare', 'guardian'] as const) {
      const key = await way.key('LA', role)
      const before = await stored(api.engine)
      const nothing = await allAnswers(key, never.case, other)
      const draft = await allAnswers(key, id, reference)
      expect(draft, role).toEqual(nothing)
      expect(await stored(api.engine)).toEqual(before)
    }
  })

  test('a sent case is nothing to a third country, nor to roles that read no case, whatever their office', async () => {
    const id = await way.send('TH', 'LA')
    await way.must(await way.key('LA', 'focal'), 'acknowledgeRequest', { caseId: id })
    const reference = await referenceOf(await way.key('LA', 'focal'), id)
    const other = issueReference('TH', 'LA', 2026, [1, 2, 3, 4, 5])
    expect(await way.version(await way.key('LA', 'verifier'), id)).toBe(5)
    const strangers: [CountryCode, Role, string?][] = [
      ['KH', 'focal'],
      ['MM', 'liaison'],
      ['CN', 'verifier'],
      ['VN', 'supervisor'],
      // The same ministry verifies nationality: the office has a part, the taskforce has none.
      ['LA', 'taskforce', 'la-mops'],
      ['LA', 'privacy'],
      ['LA', 'admin'],
      ['TH', 'taskforce'],
      ['TH', 'privacy'],
      ['TH', 'admin'],
      ['LA', 'liaison'],
      ['LA', 'post', 'la-post-vientiane'],
    ]
    const keys = await Promise.all(strangers.map((one) => way.key(...one)))
    for (const key of [...keys, await api.keyOf('secretariat'), await api.keyOf('operator')])
      expect(await allAnswers(key, id, reference)).toEqual(await allAnswers(key, never.case, other))
  })
})
