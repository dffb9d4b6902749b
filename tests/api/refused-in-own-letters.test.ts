import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { Code } from '../../server/domain/kernel/ids.ts'
import type { Day } from '../../server/domain/kernel/instant.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { isIn, scripts } from '../support/scripts.ts'
import { profile } from '../support/way-home.ts'
import { traced, WayOverHttp } from '../support/way-over-http.ts'

const LETTERS = { KH: 'km', CN: 'zh', LA: 'lo', MM: 'my', TH: 'th' } as const

describe.each(engineKinds)('refusals on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())

  const codes = async (who: [CountryCode, Role, string?], name: string, input: object): Promise<string[]> => {
    const { noun, problems } = await api.act(await way.key(...who), name, input)
    expect(noun).toBeNull()
    return problems.map(({ code }: { code: string }) => code)
  }

  test('each officer hears why in the own letters, and in any others that are asked for', async () => {
    const query = `mutation ($input: DraftRequestInput!) { draftRequest(input: $input) { problems { code message next
      ${Object.keys(scripts)
        .map((language) => `${language}: message(language: ${language})`)
        .join(' ')} } } }`
    for (const [country, language] of Object.entries(LETTERS) as [keyof typeof LETTERS, keyof typeof scripts][]) {
      const input = { countryOfReturn: country, ...profile, idempotencyKey: api.idempotencyKey() }
      const { data } = await api.ask(await way.key(country, 'liaison'), query, { input })
      const [problem] = data.draftRequest.problems
      expect(problem.code).toBe('SAME_COUNTRY')
      expect([isIn(language, problem.message), isIn(language, problem.next)]).toEqual([true, true])
      for (const other of Object.values(LETTERS)) expect([other, isIn(other, problem[other])]).toEqual([other, true])
      expect(problem[language]).toBe(problem.message)
    }
  })

  test('a step that was given to another office is no longer of the first; a third office knows nothing', async () => {
    const caseId = await way.send('TH', 'LA')
    const focal = await way.key('LA', 'focal')
    await way.must(focal, 'acknowledgeRequest', { caseId })
    await way.must(focal, 'assignOffice', { caseId, role: 'WELFARE', office: 'la-lwu' })
    const act = { caseId, expectedVersion: 6, ...traced }
    expect(await codes(['LA', 'welfare'], 'recordFamilyTracing', act)).toEqual(['NOT_YOUR_OFFICE'])
    expect(await codes(['LA', 'post', 'la-post-boten'], 'recordFamilyTracing', act)).toEqual(['NOT_FOUND'])
    const [verifiers, nowhere] = ['la-mops', 'x'.repeat(5000)]
    const assign = (role: string, office: string) => ({ caseId, expectedVersion: 6, role, office })
    expect(await codes(['LA', 'focal'], 'assignOffice', assign('WELFARE', verifiers))).toEqual(['OFFICE_LACKS_ROLE'])
    expect(await codes(['LA', 'focal'], 'assignOffice', assign('WELFARE', nowhere))).toEqual(['OFFICE_UNKNOWN'])
    await way.must(await way.key('LA', 'welfare', 'la-lwu'), 'recordFamilyTracing', { caseId, ...traced })
  })

  test('a code that has ended is not chosen any more, and what was recorded with it keeps its meaning', async () => {
    const old = await way.draft('TH', 'LA', { sector: 'forestry' })
    const liaison = await way.key('TH', 'liaison')
    const sectors = api.service.world.codes.get('sector')
    const forestry = sectors?.get('forestry' as Code)
    if (!sectors || !forestry) throw new Error('no such code')
    const endsOn = (until: string) => {
      const list = new Map(sectors).set(forestry.code, { ...forestry, until: until as Day })
      const lists = new Map(api.service.world.codes).set('sector', list)
      api.service.world = { ...api.service.world, codes: lists }
    }
    const draft = { countryOfReturn: 'LA', ...profile, sector: 'forestry' }
    endsOn('2026-03-01')
    expect(await codes(['TH', 'liaison'], 'draftRequest', draft)).toEqual(['CODE_ENDED'])
    const { data } = await api.ask(liaison, 'query ($id: ID!) { case(id: $id) { profile { sector { label } } } }', {
      id: old,
    })
    expect(data.case.profile.sector.label).toBe(forestry.label.th)
    // The last day itself still counts.
    endsOn('2026-03-02')
    await way.must(liaison, 'draftRequest', draft)
  })

  test('no day of a plan is further away than two years', async () => {
    const caseId = await way.send('TH', 'LA')
    const focal = await way.key('LA', 'focal')
    await way.must(focal, 'acknowledgeRequest', { caseId })
    const [question] = ['earliest-travel-day']
    await way.must(focal, 'returnForInformation', { caseId, reason: 'incomplete', questions: [question] })
    const answer = (day: string) => ({ caseId, expectedVersion: 6, answers: [{ question, day }] })
    for (const [day, code] of [
      ['9999-12-31', 'DATE_IN_FUTURE'],
      ['2701-03-20', 'DATE_IN_FUTURE'],
      ['2028-03-02', 'DATE_IN_FUTURE'],
      ['2569-03-20', 'YEAR_BUDDHIST'],
      ['໒໕໖໙-໐໓-໒໐', 'YEAR_BUDDHIST'],
      ['2026-02-29', 'DATE_INVALID'],
      ['1999-12-31', 'DATE_TOO_OLD'],
    ] as const)
      expect([day, await codes(['TH', 'liaison'], 'answerQuestions', answer(day))]).toEqual([day, [code]])
    await way.must(await way.key('TH', 'liaison'), 'answerQuestions', answer('၂၀၂၈-၀၃-၀၁'))
  })
})
