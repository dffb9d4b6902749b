import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { Api } from '../support/api.ts'
import { branchNames } from '../support/branch-names.ts'
import { engineKinds, START } from '../support/engines.ts'
import { actInEveryWay } from '../support/every-way.ts'
import { at, consent, nobody, profile } from '../support/way-home.ts'
import { approval, fit, meeting, papers, traced, verified, WayOverHttp } from '../support/way-over-http.ts'

const day = '2026-03-02'
const MAE_SOT = 'mm-th-myawaddy-mae-sot'
const visit = { outcome: 'stable', risk: 'none', services: ['education'], occupation: 'working' }

describe.each(engineKinds)('every mutation of a branch on %s', (kind) => {
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
  const must = async (country: CountryCode, role: Role, name: string, input: object, office?: string) =>
    way.must(await way.key(country, role, office), name, input)
  const look = async (country: CountryCode, id: string) => {
    const query = `query ($id: ID!) { case(id: $id) { stage route stopped version countryOfReturn { code } reference
      procedure { code version } profile { identification { code } } linkedPrevious { id } missingSince
      disputes { subject { code } settledAt outcome { code } } steps { key status } } }`
    return (await api.ask(await way.key(country, 'focal'), query, { id })).data.case
  }
  const statusOf = async (country: CountryCode, id: string, key: string) =>
    (await look(country, id)).steps.find((step: { key: string }) => step.key === key)?.status

  test('a presumed victim is identified, once for both countries', async () => {
    const caseId = await way.send('TH', 'LA', { identification: 'presumed' })
    expect(await statusOf('TH', caseId, 'record-identification')).toBe('OPEN')
    const decided = { result: 'identified', decidingBody: 'police', decidedIn: 'TH', decidedOn: day }
    const screening = { caseId, checklist: 'asean-commit-2016', dimensions: ['deceptive-recruitment'], ...decided }
    await act('TH', 'liaison', 'recordIdentification', screening)
    expect((await look('LA', caseId)).profile.identification.code).toBe('identified')
    const again = { ...screening, expectedVersion: await way.version(await way.key('TH', 'liaison'), caseId) }
    const { problems } = await api.act(await way.key('TH', 'liaison'), 'recordIdentification', again)
    expect(problems[0].code).toBe('IDENTIFICATION_RECOGNISED')
  })

  test('another proposal for a handover is agreed to by the requesting country', async () => {
    const caseId = await way.accept('TH', 'MM')
    const list = { caseIds: [caseId], crossing: MAE_SOT, ...meeting }
    const handoverId = await must('TH', 'liaison', 'proposeHandover', list)
    const other = { crossing: MAE_SOT, at: '2026-03-31T03:00:00Z' }
    await act('MM', 'focal', 'counterproposeHandover', { handoverId, ...other })
    expect(await statusOf('TH', caseId, 'agree-to-counterproposal')).toBe('OPEN')
    await must('TH', 'liaison', 'confirmHandover', { handoverId })
    expect((await look('MM', caseId)).stage).toBe('HANDOVER_AGREED')
  })

  test('a request is forwarded: it keeps its reference, and begins again at home', async () => {
    const caseId = await way.trace('TH', 'LA')
    const { reference } = await look('TH', caseId)
    used.add('forwardRequest')
    const done = await api.act(await way.key('LA', 'focal'), 'forwardRequest', {
      caseId,
      expectedVersion: await way.version(await way.key('LA', 'focal'), caseId),
      to: 'MM',
      reason: 'not-competent',
    })
    expect(done.problems).toEqual([])
    expect(done.receipt.leaf).toMatch(/^[0-9a-f]{64}$/)
    // Who forwarded it sees it no more, and the new country not yet.
    expect(done.noun).toBeNull()
    expect([await look('LA', caseId), await look('MM', caseId)]).toEqual([null, null])
    expect(await look('TH', caseId)).toMatchObject({ stage: 'DRAFT', reference, countryOfReturn: { code: 'MM' } })
    await must('TH', 'liaison', 'recordConsent', { caseId, ...consent })
    await must('TH', 'liaison', 'submitForReview', { caseId })
    expect(await look('MM', caseId)).toBeNull()
    await must('TH', 'supervisor', 'reviewRequest', { caseId, ...approval })
    expect(await look('MM', caseId)).toMatchObject({ stage: 'SENT', reference, version: expect.any(Number) })
    await must('MM', 'focal', 'acknowledgeRequest', { caseId })
    expect(await look('LA', caseId)).toBeNull()
  })

  test('a fast track: home on the same day, looked at by both afterwards', async () => {
    const { givenOn, language, interpreter, share, traceFamily, followUp, statistics } = consent
    const decisions = { share, return: 'given', traceFamily, followUp, statistics, language, interpreter, givenOn }
    const now = { crossing: MAE_SOT, at: '2026-03-02T04:00:00Z', escort: 'police-officer', escortSex: 'female' }
    const input = { countryOfReturn: 'MM', ...profile, ...decisions, ...now, transport: 'ordinary' }
    const late = { ...input, at: '2026-03-03T04:00:00Z', return: 'not-yet' }
    const { problems } = await api.act(await way.key('TH', 'liaison'), 'openFastTrack', late)
    const codes = problems.map(({ code }: { code: string }) => code)
    expect(codes).toEqual(['RETURN_CONSENT_MISSING', 'NOT_THE_SAME_DAY'])
    const caseId = await act('TH', 'liaison', 'openFastTrack', input)
    expect(await look('MM', caseId)).toMatchObject({ route: 'FAST_TRACK', stage: 'HANDOVER_AGREED' })
    const query = 'query ($id: ID!) { case(id: $id) { handover { id } } }'
    const handoverId = (await api.ask(await way.key('TH', 'focal'), query, { id: caseId })).data.case.handover.id
    await must('TH', 'liaison', 'recordDepartureCheck', { handoverId, caseId, ...fit })
    api.clock.set(at('2026-03-02T04:10:00.000Z'))
    const counts = { ...nobody, adultFemale: 1 }
    const [handedOverAt, receivedAt] = ['2026-03-02T04:05:00Z', '2026-03-02T04:08:00Z']
    await must('TH', 'post', 'recordHandover', { handoverId, handedOverAt, counts }, 'th-post-mae-sot')
    await must('MM', 'post', 'confirmReception', { handoverId, receivedAt, counts }, 'mm-post-myawaddy')
    await must('TH', 'supervisor', 'reviewRequest', { caseId, ...approval })
    await must('MM', 'focal', 'acknowledgeRequest', { caseId })
    expect((await look('TH', caseId)).stage).toBe('RECEIVED')
  })

  test('received without a request: the other country hears once the person agreed and a second officer reviewed', async () => {
    const received = { requestingCountry: 'TH', receivedOn: day, receptionPlace: 'transit-centre', ...profile }
    const caseId = await act('MM', 'welfare', 'recordReceptionWithoutRequest', received)
    expect(await look('MM', caseId)).toMatchObject({ route: 'UNANNOUNCED', stage: 'RECEIVED' })
    expect(await look('TH', caseId)).toBeNull()
    await must('MM', 'welfare', 'recordConsent', { caseId, ...consent })
    expect(await look('TH', caseId)).toBeNull()
    await must('MM', 'supervisor', 'reviewRequest', { caseId, ...approval })
    expect(await look('TH', caseId)).toMatchObject({ route: 'UNANNOUNCED' })
    await must('TH', 'focal', 'acknowledgeRequest', { caseId })
    const stay = { caseId, arrivedOn: day, services: ['shelter'], voluntary: true }
    await act('MM', 'welfare', 'recordTransitStay', stay)
    expect(await statusOf('MM', caseId, 'record-transit-stay')).toBe('OPEN')
    await must('MM', 'welfare', 'recordTransitStay', { ...stay, leftOn: day })
    const plan = { place: 'family', services: ['education'], occupation: 'in-training', startsOn: day }
    await act('MM', 'welfare', 'planReintegration', { caseId, ...plan, personAgrees: true })
    await act('MM', 'welfare', 'recordFollowUp', { caseId, visitedOn: day, ...visit })
    await act('MM', 'focal', 'sendFeedback', { caseId, outcome: 'stable' })
    expect((await look('TH', caseId)).stage).toBe('FOLLOW_UP')
    await must('MM', 'focal', 'proposeClosure', { caseId, reason: 'follow-up-ended' })
    await must('TH', 'focal', 'closeCase', { caseId })
    expect((await look('MM', caseId)).stage).toBe('CLOSED')
  })

  test('an earlier case is linked once both focal agencies have said so', async () => {
    const [previousCaseId, caseId, strange] = [
      await way.send('TH', 'MM'),
      await way.send('TH', 'MM'),
      await way.send('TH', 'LA'),
    ]
    const link = { caseId, previousCaseId }
    await act('TH', 'focal', 'linkPreviousCase', link)
    expect((await look('TH', caseId)).linkedPrevious).toBeNull()
    expect(await statusOf('MM', caseId, 'agree-to-link-return')).toBe('OPEN')
    const again = { ...link, expectedVersion: await way.version(await way.key('TH', 'focal'), caseId) }
    for (const [input, code] of [
      [again, 'PROPOSED_ALREADY'],
      [{ ...again, previousCaseId: caseId }, 'LINK_TO_ITSELF'],
      [{ ...again, previousCaseId: strange }, 'NOT_FOUND'],
    ] as const)
      expect((await api.act(await way.key('TH', 'focal'), 'linkPreviousCase', input)).problems[0].code).toBe(code)
    await act('MM', 'focal', 'linkPreviousCase', link)
    for (const country of ['TH', 'MM'] as const)
      expect((await look(country, caseId)).linkedPrevious).toEqual({ id: previousCaseId })
  })

  test('a dispute holds up the closure, until its country or a meeting settles it', async () => {
    const caseId = await way.trace('TH', 'MM')
    await act('MM', 'welfare', 'recordCaseWorkerVisit', { caseId, visitedOn: day, finding: 'well' })
    await act('TH', 'focal', 'openDispute', { caseId, subject: 'timing' })
    await act('MM', 'focal', 'openDispute', { caseId, subject: 'responsibility' })
    await act('TH', 'focal', 'resolveDispute', { caseId, outcome: 'agreed' })
    const asked = { reason: 'incomplete', questions: ['earliest-travel-day'] }
    const answers = [{ question: 'earliest-travel-day', day: '2026-04-01' }]
    for (let round = 1; round <= 3; round += 1) {
      await must('MM', 'focal', 'returnForInformation', { caseId, ...asked })
      await must('TH', 'liaison', 'answerQuestions', { caseId, answers })
    }
    const version = async () => way.version(await way.key('MM', 'focal'), caseId)
    const fourth = { caseId, expectedVersion: await version(), ...asked }
    const { problems } = await api.act(await way.key('MM', 'focal'), 'returnForInformation', fourth)
    expect(problems[0].code).toBe('ROUNDS_USED')
    await act('TH', 'focal', 'recordFocalMeeting', { caseId, heldOn: day, decision: 'more-questions' })
    await must('MM', 'focal', 'returnForInformation', { caseId, ...asked })
    await must('TH', 'liaison', 'answerQuestions', { caseId, answers })
    await must('MM', 'focal', 'refuseReturn', { caseId, reason: 'no-record' })
    await must('MM', 'focal', 'proposeClosure', { caseId, reason: 'refused' })
    const close = { caseId, expectedVersion: await way.version(await way.key('TH', 'focal'), caseId) }
    const blocked = await api.act(await way.key('TH', 'focal'), 'closeCase', close)
    expect(blocked.problems[0].code).toBe('DISPUTE_OPEN')
    const agenda = [{ case: caseId, decision: 'dispute-settled' }]
    await act('MM', 'focal', 'recordCaseManagementMeeting', { with: 'TH', heldOn: day, agenda })
    expect((await look('TH', caseId)).disputes).toMatchObject([
      { subject: { code: 'timing' }, outcome: { code: 'agreed' } },
      { subject: { code: 'responsibility' }, outcome: { code: 'at-meeting' } },
    ])
    await must('TH', 'focal', 'closeCase', { caseId })
  })

  test('a refusal is reviewed once', async () => {
    const caseId = await way.send('TH', 'MM')
    await must('MM', 'focal', 'acknowledgeRequest', { caseId })
    await must('MM', 'welfare', 'recordFamilyTracing', { caseId, ...traced })
    const unclear = { ...verified, result: 'not-confirmed', reason: 'no-record' }
    await must('MM', 'verifier', 'recordVerification', { caseId, ...unclear })
    await must('MM', 'focal', 'refuseReturn', { caseId, reason: 'no-record' })
    await act('TH', 'focal', 'requestReview', { caseId, ground: 'new-details' })
    expect(await look('MM', caseId)).toMatchObject({ stage: 'IN_PROGRESS', stopped: null })
    await must('MM', 'verifier', 'recordVerification', { caseId, ...verified })
    await must('TH', 'focal', 'recordRiskAssessment', {
      caseId,
      risk: 'none',
      refoulementConcern: false,
      assessedOn: day,
    })
    await must('MM', 'focal', 'acceptReturn', { caseId, ...papers })
  })

  test('a death is told to nobody across the border', async () => {
    const caseId = await way.send('TH', 'MM')
    const event = { event: 'death', happenedOn: day, nationalChannelInformed: true }
    await act('TH', 'liaison', 'reportDeathOrIllness', { caseId, ...event })
    expect(await look('MM', caseId)).toMatchObject({ stage: 'STOPPED', stopped: 'NOT_PROCEEDING' })
  })

  test('an incident is settled case by case, then the list is closed', async () => {
    const [one, other] = [await way.accept('TH', 'MM'), await way.accept('TH', 'MM', { sex: 'male' })]
    const list = { caseIds: [one, other], crossing: MAE_SOT, ...meeting }
    const handoverId = await must('TH', 'liaison', 'proposeHandover', list)
    await must('MM', 'focal', 'confirmHandover', { handoverId })
    api.clock.set(at('2026-03-30T01:00:00.000Z'))
    for (const caseId of [one, other])
      await must('TH', 'liaison', 'recordDepartureCheck', { handoverId, caseId, ...fit })
    api.clock.set(at('2026-03-30T03:10:00.000Z'))
    const [handedOverAt, receivedAt] = ['2026-03-30T03:05:00Z', '2026-03-30T03:08:00Z']
    const both = { ...nobody, adultFemale: 1, adultMale: 1 }
    await must('TH', 'post', 'recordHandover', { handoverId, handedOverAt, counts: both }, 'th-post-mae-sot')
    const woman = { receivedAt, counts: { ...nobody, adultFemale: 1 }, notReceived: [other] }
    await must('MM', 'post', 'confirmReception', { handoverId, ...woman }, 'mm-post-myawaddy')
    const settle = { handoverId, expectedVersion: await way.version(await way.key('MM', 'focal'), handoverId) }
    const early = await api.act(await way.key('MM', 'focal'), 'settleHandover', settle)
    expect(early.problems[0].code).toBe('INCIDENTS_OPEN')
    expect(early.problems[0].message).toContain((await look('MM', other)).reference)
    await act('MM', 'focal', 'settleIncident', { caseId: other, outcome: 'still-in-requesting-country' })
    expect(await look('TH', other)).toMatchObject({ stage: 'ACCEPTED', missingSince: null })
    await act('MM', 'focal', 'settleHandover', { handoverId })
    const again = await must('TH', 'liaison', 'proposeHandover', {
      ...list,
      caseIds: [other],
      at: '2026-05-11T03:00:00Z',
    })
    expect(again).not.toBe(handoverId)
  })

  test('a running case is moved to a newer version by both countries', async () => {
    const caseId = await way.trace('TH', 'MM')
    const limit = { requestingCountry: 'TH', countryOfReturn: 'MM', step: 'accept-return', of: 'STEP', count: 7 }
    const { noun } = await api.act(await way.key('TH', 'focal'), 'proposeLimit', limit)
    const confirm = { limitProposalId: noun.id, expectedVersion: 1 }
    expect((await api.act(await way.key('MM', 'focal'), 'confirmLimit', confirm)).problems).toEqual([])
    expect((await look('TH', caseId)).procedure.version).toBe(1)
    await act('MM', 'focal', 'moveCase', { caseId })
    expect((await look('TH', caseId)).procedure.version).toBe(1)
    await act('TH', 'focal', 'moveCase', { caseId })
    expect((await look('MM', caseId)).procedure).toEqual({ code: 'mm-th-sop-2013.th-mm', version: 2 })
    const version = await way.version(await way.key('TH', 'focal'), caseId)
    const more = await api.act(await way.key('TH', 'focal'), 'moveCase', { caseId, expectedVersion: version })
    expect(more.problems[0].code).toBe('NOTHING_NEWER')
  })

  test('a note crosses after a second officer of its side has read it', async () => {
    const caseId = await way.trace('TH', 'MM')
    const note = { text: 'The clinic sees her on Monday.' }
    await act('MM', 'focal', 'openDispute', { caseId, subject: 'timing', note })
    await act('MM', 'supervisor', 'reviewNote', { caseId, decision: 'APPROVE', noIdentifyingDetail: true })
  })

  test('none was left out', () => {
    expect([...used].sort()).toEqual([...branchNames].sort())
  })
})
