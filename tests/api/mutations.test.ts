import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { actionNames } from '../../server/domain/procedures/action-names.ts'
import { Api } from '../support/api.ts'
import { branchNames } from '../support/branch-names.ts'
import { engineKinds, START } from '../support/engines.ts'
import { actInEveryWay } from '../support/every-way.ts'
import { isIn, type scripts } from '../support/scripts.ts'
import { at, consent, nobody, profile } from '../support/way-home.ts'
import * as entered from '../support/way-over-http.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

const { approval, fit, girl, girlsConsent, meeting, noRisk, papers, toFamily, traced, verified } = entered
const [theDayBefore, theMeeting] = [at('2026-03-29T04:00:00.000Z'), at('2026-03-30T03:10:00.000Z')]
const [handedOverAt, receivedAt] = ['2026-03-30T03:05:00Z', '2026-03-30T03:08:00Z']

describe.each(engineKinds)('every mutation on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  const used = new Set<string>()
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const act = async (country: CountryCode, role: Role, name: string, input: object, office?: string) => {
    used.add(name)
    return actInEveryWay(way, await way.key(country, role, office), name, input)
  }
  /** Both sides read the case in their own letters, and find the receipts of what they may see. */
  const bothRead = async (caseId: string, reading: [CountryCode, keyof typeof scripts][], stage: string) => {
    const query = `query ($id: ID!) { case(id: $id) {
      stage stageLabel steps { label } journal { label receipt { id leaf at } } version } }`
    for (const [country, language] of reading) {
      const { data } = await api.ask(await way.key(country, 'focal'), query, { id: caseId })
      expect(data.case.stage).toBe(stage)
      const words = [data.case.stageLabel, ...[...data.case.steps, ...data.case.journal].map(({ label }) => label)]
      expect(words.filter((text) => !isIn(language, text))).toEqual([])
      expect(
        data.case.journal.every(({ receipt }: { receipt: { leaf: string } }) => /^[0-9a-f]{64}$/.test(receipt.leaf)),
      ).toBe(true)
      if (country === 'TH') expect(data.case.journal).toHaveLength(data.case.version)
    }
  }

  test('an adult from Thailand to Lao PDR, from draft to closure', async () => {
    const caseId = await act('TH', 'liaison', 'draftRequest', { countryOfReturn: 'LA', ...profile })
    await act('TH', 'liaison', 'updateDraft', { caseId, ...profile, sector: 'construction' })
    await act('TH', 'liaison', 'recordConsent', { caseId, ...consent })
    await act('TH', 'liaison', 'submitForReview', { caseId })
    await act('TH', 'supervisor', 'reviewRequest', { caseId, decision: 'RETURN', noIdentifyingDetail: false })
    await act('TH', 'focal', 'submitForReview', { caseId })
    await act('TH', 'supervisor', 'reviewRequest', { caseId, ...approval })
    await act('LA', 'focal', 'acknowledgeRequest', { caseId })
    await act('LA', 'focal', 'assignOffice', { caseId, role: 'WELFARE', office: 'la-lwu' })
    const questions = ['earliest-travel-day', 'needs-on-the-way']
    await act('LA', 'focal', 'returnForInformation', { caseId, reason: 'incomplete', questions })
    const answers = [
      { question: questions[0], day: '2026-03-20' },
      { question: questions[1], codes: ['diet'] },
    ]
    await act('TH', 'liaison', 'answerQuestions', { caseId, answers })
    await act('LA', 'welfare', 'recordFamilyTracing', { caseId, ...traced }, 'la-lwu')
    await act('LA', 'verifier', 'recordVerification', { caseId, ...verified })
    await act('TH', 'focal', 'recordRiskAssessment', { caseId, ...noRisk })
    await act('LA', 'focal', 'acceptReturn', { caseId, ...papers })
    const crossing = 'la-th-vientiane-nong-khai'
    const handoverId = await act('TH', 'liaison', 'proposeHandover', { caseIds: [caseId], crossing, ...meeting })
    await act('LA', 'welfare', 'recordFamilyTracing', { caseId, ...traced }, 'la-lwu')
    await act('LA', 'focal', 'confirmHandover', { handoverId })
    api.clock.set(theDayBefore)
    await act('TH', 'liaison', 'recordDepartureCheck', { handoverId, caseId, ...fit })
    api.clock.set(theMeeting)
    const counts = { ...nobody, adultFemale: 1 }
    await act('TH', 'post', 'recordHandover', { handoverId, handedOverAt, counts }, 'th-post-nong-khai')
    await act('LA', 'post', 'confirmReception', { handoverId, receivedAt, counts }, 'la-post-vientiane')
    await act('LA', 'focal', 'proposeClosure', { caseId, reason: 'returned-and-settled' })
    await act('TH', 'focal', 'closeCase', { caseId })
    await bothRead(
      caseId,
      [
        ['TH', 'th'],
        ['LA', 'lo'],
      ],
      'CLOSED',
    )
  })

  test('a girl and a man from Thailand to Cambodia on one list; one arrives later', async () => {
    const caseId = await way.trace('TH', 'KH', girl, girlsConsent)
    await act('TH', 'focal', 'recordRiskAssessment', { caseId, ...noRisk })
    await act('TH', 'guardian', 'recordBestInterests', { caseId, ...toFamily })
    await act('KH', 'focal', 'acceptReturn', { caseId, ...papers })
    const man = await way.accept('TH', 'KH', { sex: 'male' })
    const crossing = 'kh-th-poipet-aranyaprathet'
    const handoverId = await act('TH', 'liaison', 'proposeHandover', {
      caseIds: [caseId, man],
      crossing,
      ...meeting,
      escort: 'welfare-officer',
      escortSex: 'female',
    })
    await act('KH', 'focal', 'confirmHandover', { handoverId })
    api.clock.set(theDayBefore)
    for (const one of [caseId, man])
      await act('TH', 'liaison', 'recordDepartureCheck', { handoverId, caseId: one, ...fit })
    api.clock.set(theMeeting)
    const [all, girlOnly, manOnly] = [{ minorFemale: 1, adultMale: 1 }, { minorFemale: 1 }, { adultMale: 1 }]
    const received = (counts: object, notReceived: string[] = []) =>
      act(
        'KH',
        'post',
        'confirmReception',
        { handoverId, receivedAt, counts: { ...nobody, ...counts }, notReceived },
        'kh-post-poipet',
      )
    await act(
      'TH',
      'post',
      'recordHandover',
      { handoverId, handedOverAt, counts: { ...nobody, ...all } },
      'th-post-aranyaprathet',
    )
    await received(girlOnly, [man])
    const query = 'query ($id: ID!) { handover(id: $id) { status missing { id missingSince } cases { stage } } }'
    const look = async () => (await api.ask(await way.key('KH', 'focal'), query, { id: handoverId })).data.handover
    expect(await look()).toMatchObject({ status: 'PARTLY_RECEIVED', missing: [{ id: man, missingSince: theMeeting }] })
    await received(manOnly)
    expect(await look()).toEqual({
      status: 'RECEIVED',
      missing: [],
      cases: [{ stage: 'RECEIVED' }, { stage: 'RECEIVED' }],
    })
    for (const one of [caseId, man]) {
      await act('KH', 'welfare', 'recordFamilyTracing', { caseId: one, ...traced })
      await act('KH', 'focal', 'proposeClosure', { caseId: one, reason: 'returned-and-settled' })
      await act('TH', 'focal', 'closeCase', { caseId: one })
      await bothRead(
        one,
        [
          ['TH', 'th'],
          ['KH', 'km'],
        ],
        'CLOSED',
      )
    }
  })

  test('a return that is refused is closed by both sides', async () => {
    const caseId = await way.send('TH', 'LA')
    await act('LA', 'focal', 'acknowledgeRequest', { caseId })
    await act('LA', 'focal', 'refuseReturn', { caseId, reason: 'other-nationality' })
    await bothRead(
      caseId,
      [
        ['TH', 'th'],
        ['LA', 'lo'],
      ],
      'STOPPED',
    )
    await act('LA', 'focal', 'proposeClosure', { caseId, reason: 'refused' })
    await act('TH', 'focal', 'closeCase', { caseId })
  })

  test('a hold, its review and its end; a request withdrawn; a consent taken back', async () => {
    const caseId = await way.send('TH', 'LA')
    await act('LA', 'focal', 'placeOnHold', { caseId, reason: 'weather' })
    await act('TH', 'focal', 'reviewHold', { caseId, goesOn: true })
    await act('LA', 'focal', 'resumeCase', { caseId })
    await act('TH', 'focal', 'withdrawRequest', { caseId, reason: 'duplicate' })
    await act('LA', 'focal', 'acknowledgeWithdrawal', { caseId })
    const other = await way.send('TH', 'LA')
    await act('TH', 'liaison', 'withdrawConsent', { caseId: other, withdrawnOn: '2026-03-02', noNotice: false })
  })

  test('a list that is set to another day, and one that did not meet', async () => {
    const caseId = await way.accept('TH', 'KH')
    const crossing = 'kh-th-poipet-aranyaprathet'
    const handoverId = await act('TH', 'liaison', 'proposeHandover', { caseIds: [caseId], crossing, ...meeting })
    await act('TH', 'liaison', 'rescheduleHandover', { handoverId, crossing, at: '2026-03-31T03:00:00Z' })
    await act('KH', 'focal', 'confirmHandover', { handoverId })
    api.clock.set(at('2026-03-31T03:10:00.000Z'))
    await act('KH', 'post', 'reportNoShow', { handoverId, what: 'crossing-closed' }, 'kh-post-poipet')
  })

  test('none was left out', () => {
    expect([...used].sort()).toEqual(actionNames.filter((name) => !branchNames.has(name)).sort())
  })
})
