import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Api } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { scripts } from '../support/scripts.ts'
import { stored } from '../support/stored.ts'
import { at, nobody, profile } from '../support/way-home.ts'
import { fit, meeting, never, noRisk, papers, traced, verified, WayOverHttp } from '../support/way-over-http.ts'

const CROSSING = 'la-th-vientiane-nong-khai'

describe.each(engineKinds)('bad input on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  type Who = Parameters<WayOverHttp['key']>
  /** The act is refused for exactly these reasons, each said in the letters of the officer, and nothing is stored. */
  const refused = async (who: Who, name: string, input: object, codes: readonly (readonly [string, string])[]) => {
    const before = await stored(api.engine)
    const done = await api.act(await way.key(...who), name, input)
    expect({ name, noun: done.noun, receipt: done.receipt }).toEqual({ name, noun: null, receipt: null })
    const found = done.problems.map(({ code, field }: { code: string; field: string[] }) => [code, field.join('.')])
    expect(found).toEqual(codes)
    const language = { TH: 'th', LA: 'lo', KH: 'km', CN: 'zh', MM: 'my', VN: null }[who[0]] as 'th' | 'lo' | null
    // A sentence may quote what was typed, in whatever letters that was.
    for (const { message, next } of done.problems)
      if (language)
        expect([message, next]).toEqual([
          expect.stringMatching(scripts[language]),
          expect.stringMatching(scripts[language]),
        ])
    expect(await stored(api.engine)).toEqual(before)
  }
  const onCase = async (who: Who, caseId: string) => ({
    caseId,
    expectedVersion: (await way.version(await way.key(...who), caseId)) ?? 1,
  })

  test('a draft says all that is wrong with it at once', async () => {
    const draft = (more: object) => ({ countryOfReturn: 'LA', ...profile, ...more })
    const liaison: Who = ['TH', 'liaison']
    await refused(liaison, 'draftRequest', draft({ countryOfReturn: 'TH' }), [['SAME_COUNTRY', 'countryOfReturn']])
    const nonsense = ['ไม่มีรหัสนี้', 'ລະຫັດ', 'រហស្ស', 'ကုဒ်', '代码', 'x\u0000y', '\ud800', 'a'.repeat(5000)]
    for (const ageBand of nonsense)
      await refused(liaison, 'draftRequest', draft({ ageBand }), [['CODE_UNKNOWN', 'ageBand']])
    await refused(
      liaison,
      'draftRequest',
      draft({ sex: 'x', exploitation: [], needs: ['diet', 'diet'], shelter: '' }),
      [
        ['CODE_UNKNOWN', 'sex'],
        ['CODES_MISSING', 'exploitation'],
        ['CODE_REPEATED', 'needs'],
        ['CODE_UNKNOWN', 'shelter'],
      ],
    )
    const many = Array.from({ length: 14 }, () => 'forced-labour')
    await refused(liaison, 'draftRequest', draft({ exploitation: many }), [['TOO_MANY', 'exploitation']])
    await refused(['TH', 'focal', 'th-datip'], 'draftRequest', draft({ idempotencyKey: 'short' }), [
      ['IDEMPOTENCY_KEY_INVALID', 'idempotencyKey'],
    ])
    await refused(['TH', 'verifier'], 'draftRequest', draft({}), [['NOT_YOUR_ROLE', '']])
  })

  test('days that no calendar has, or that cannot be meant', async () => {
    const caseId = await way.draft('TH', 'LA')
    const given = { share: 'given', return: 'given', traceFamily: 'given', followUp: 'given', statistics: 'given' }
    const consent = { ...given, language: 'lo', interpreter: 'used' }
    const input = async (givenOn: string) => ({ ...(await onCase(['TH', 'liaison'], caseId)), ...consent, givenOn })
    for (const [givenOn, code] of [
      ['2026-02-30', 'DATE_INVALID'],
      ['30/02/2026', 'DATE_INVALID'],
      ['yesterday', 'DATE_INVALID'],
      ['', 'DATE_INVALID'],
      ['2569-03-01', 'YEAR_BUDDHIST'],
      ['๒๕๖๙-๐๓-๐๑', 'YEAR_BUDDHIST'],
      ['២៥៦៩-០៣-០១', 'YEAR_BUDDHIST'],
      ['၂၅၆၉-၀၃-၀၁', 'YEAR_BUDDHIST'],
      ['໒໕໖໙-໐໓-໐໑', 'YEAR_BUDDHIST'],
      ['2026-03-03', 'DATE_IN_FUTURE'],
      ['1999-12-31', 'DATE_TOO_OLD'],
    ] as const)
      await refused(['TH', 'liaison'], 'recordConsent', await input(givenOn), [[code, 'givenOn']])
    // The same day in native digits is the day.
    await way.must(await way.key('TH', 'liaison'), 'recordConsent', { caseId, ...consent, givenOn: '๒๐๒๖-๐๓-๐๑' })
  })

  test('what is not there, not yours, not open or no longer as it was', async () => {
    const caseId = await way.send('TH', 'LA')
    const sight = await onCase(['LA', 'focal'], caseId)
    for (const id of [never.case, 'nonsense', '', 'ກຂຄ', caseId.slice(1), never.handover])
      await refused(['LA', 'focal'], 'acknowledgeRequest', { caseId: id, expectedVersion: 1 }, [['NOT_FOUND', '']])
    await refused(['VN', 'focal'], 'acknowledgeRequest', sight, [['NOT_FOUND', '']])
    await refused(['LA', 'focal'], 'acknowledgeRequest', { caseId, expectedVersion: 3 }, [
      ['CONFLICT', 'expectedVersion'],
    ])
    await refused(['TH', 'focal'], 'acknowledgeRequest', sight, [['NOT_YOUR_SIDE', '']])
    await refused(['LA', 'focal'], 'acceptReturn', { ...sight, ...papers }, [['STEP_NOT_OPEN', '']])
    await refused(['TH', 'liaison'], 'recordRiskAssessment', { ...sight, ...noRisk }, [['NOT_YOUR_ROLE', '']])
    await way.must(await way.key('LA', 'focal'), 'acknowledgeRequest', { caseId })
    await refused(['LA', 'focal'], 'acknowledgeRequest', await onCase(['LA', 'focal'], caseId), [['STEP_NOT_OPEN', '']])
    const unclear = { ...verified, result: 'not-confirmed' }
    const mine = await onCase(['LA', 'focal'], caseId)
    await refused(['LA', 'verifier'], 'recordVerification', { ...mine, ...unclear }, [['REASON_REQUIRED', 'reason']])
    const stranger = { role: 'WELFARE', office: 'th-msdhs' }
    await refused(['LA', 'focal'], 'assignOffice', { ...mine, ...stranger }, [['OFFICE_OF_ANOTHER_COUNTRY', 'office']])
    await refused(['LA', 'focal'], 'assignOffice', { ...mine, role: 'WELFARE', office: 'nowhere' }, [
      ['OFFICE_UNKNOWN', 'office'],
    ])
  })

  test('four eyes: who wrote it does not review it, and what was refused is not sent', async () => {
    const caseId = await way.draft('TH', 'LA')
    const [focal, supervisor]: Who[] = [
      ['TH', 'focal'],
      ['TH', 'supervisor'],
    ]
    const submit = async () => way.must(await way.key(...(focal as Who)), 'submitForReview', { caseId })
    await refused(focal as Who, 'submitForReview', await onCase(focal as Who, caseId), [['STEP_NOT_OPEN', '']])
    const given = { share: 'refused', return: 'given', traceFamily: 'given', followUp: 'given', statistics: 'given' }
    const refusal = { ...given, language: 'lo', interpreter: 'used', givenOn: '2026-03-01' }
    const liaison = await way.key('TH', 'liaison')
    await way.must(liaison, 'recordConsent', { caseId, ...refusal })
    await refused(focal as Who, 'submitForReview', await onCase(focal as Who, caseId), [['CONSENT_REFUSED', '']])
    await way.must(liaison, 'recordConsent', { caseId, ...refusal, share: 'given' })
    await submit()
    const review = { decision: 'APPROVE', noIdentifyingDetail: true }
    await refused(focal as Who, 'reviewRequest', { ...(await onCase(focal as Who, caseId)), ...review }, [
      ['ANOTHER_OFFICER_NEEDED', ''],
    ])
    const unsure = { ...(await onCase(supervisor as Who, caseId)), decision: 'APPROVE', noIdentifyingDetail: false }
    await refused(supervisor as Who, 'reviewRequest', unsure, [['ATTESTATION_MISSING', 'noIdentifyingDetail']])
    await way.must(await way.key(...(supervisor as Who)), 'reviewRequest', { caseId, ...review })
  })

  test('questions and answers of the wrong kind', async () => {
    const caseId = await way.send('TH', 'LA')
    const focal: Who = ['LA', 'focal']
    await way.must(await way.key(...focal), 'acknowledgeRequest', { caseId })
    const back = async (questions: string[]) => ({ ...(await onCase(focal, caseId)), reason: 'incomplete', questions })
    await refused(focal, 'returnForInformation', await back([]), [['CODES_MISSING', 'questions']])
    await refused(focal, 'returnForInformation', await back(['who-are-you']), [['QUESTION_UNKNOWN', 'questions.0']])
    const asked = ['nationality-document-held', 'adult-relatives-known']
    await way.must(await way.key(...focal), 'returnForInformation', { caseId, reason: 'incomplete', questions: asked })
    const answer = async (...answers: object[]) => ({ ...(await onCase(['TH', 'liaison'], caseId)), answers })
    const [yes, two] = [
      { question: asked[0], yes: true },
      { question: asked[1], count: 2 },
    ]
    const liaison: Who = ['TH', 'liaison']
    await refused(liaison, 'answerQuestions', await answer(yes), [['QUESTION_UNANSWERED', 'answers']])
    await refused(liaison, 'answerQuestions', await answer(yes, two, two), [
      ['QUESTION_ANSWERED_TWICE', 'answers.2.question'],
    ])
    await refused(liaison, 'answerQuestions', await answer(yes, { ...two, count: -1 }), [
      ['NUMBER_OUT_OF_RANGE', 'answers.1.count'],
    ])
    await refused(liaison, 'answerQuestions', await answer(yes, { question: asked[1], yes: true }), [
      ['ANSWER_WRONG_KIND', 'answers.1'],
    ])
    await refused(liaison, 'answerQuestions', await answer({ ...yes, count: 1 }, two), [
      ['ANSWER_WRONG_KIND', 'answers.0'],
    ])
    const other = { question: 'earliest-travel-day', day: '2026-03-20' }
    await refused(liaison, 'answerQuestions', await answer(yes, two, other), [
      ['QUESTION_NOT_ASKED', 'answers.2.question'],
    ])
  })

  test('handovers that cannot be, and counts that do not agree', async () => {
    const [one, other] = [await way.accept('TH', 'LA'), await way.accept('TH', 'KH')]
    const liaison: Who = ['TH', 'liaison']
    const list = (more: object) => ({ caseIds: [one], crossing: CROSSING, ...meeting, ...more })
    await refused(liaison, 'proposeHandover', list({ caseIds: [] }), [['CASES_MISSING', 'caseIds']])
    await refused(liaison, 'proposeHandover', list({ caseIds: [one, one] }), [['CASE_REPEATED', 'caseIds']])
    await refused(liaison, 'proposeHandover', list({ caseIds: [one, never.case] }), [['NOT_FOUND', 'caseIds.1']])
    await refused(liaison, 'proposeHandover', list({ caseIds: [one, other] }), [['OTHER_CORRIDOR', 'caseIds']])
    await refused(liaison, 'proposeHandover', list({ crossing: 'nowhere' }), [['CROSSING_UNKNOWN', 'crossing']])
    const elsewhere = 'kh-th-poipet-aranyaprathet'
    await refused(liaison, 'proposeHandover', list({ crossing: elsewhere }), [['CROSSING_OF_ANOTHER_PAIR', 'crossing']])
    for (const [time, code] of [
      ['2026-03-01T03:00:00Z', 'HANDOVER_IN_PAST'],
      ['2026-03-05T03:00:00Z', 'HANDOVER_NOTICE_TOO_SHORT'],
      ['2026-04-14T03:00:00Z', 'HANDOVER_ON_HOLIDAY'],
      ['2569-03-30T03:00:00Z', 'YEAR_BUDDHIST'],
      ['2030-03-30T03:00:00Z', 'DATE_IN_FUTURE'],
      ['2026-03-30', 'INSTANT_INVALID'],
      ['2026-03-30T03:00:00', 'ZONE_MISSING'],
      ['2026-03-30T09:00:00+06:00', 'ZONE_OF_NEITHER'],
      ['2026-03-30T11:00:00+08:00', 'ZONE_OF_NEITHER'],
      ['2026-03-30T18:00:00+07:00', 'POST_CLOSED'],
      ['2026-02-30T03:00:00Z', 'INSTANT_INVALID'],
    ] as const) {
      const { problems } = await api.act(await way.key(...liaison), 'proposeHandover', list({ at: time }))
      expect([time, problems[0]?.code, problems[0]?.field]).toEqual([time, code, ['at']])
    }

    await refused(liaison, 'proposeHandover', list({ escort: 'police-officer' }), [['ESCORT_SEX', 'escortSex']])
    const men = list({ escort: 'police-officer', escortSex: 'male' })
    await refused(liaison, 'proposeHandover', men, [['ESCORT_SEX', 'escortSex']])
    const handoverId = await way.must(await way.key(...liaison), 'proposeHandover', list({}))
    await way.must(await way.key('LA', 'welfare'), 'recordFamilyTracing', { caseId: one, ...traced })
    await way.must(await way.key('LA', 'focal'), 'confirmHandover', { handoverId })
    const check = { handoverId, expectedVersion: 2, caseId: one, ...fit }
    await refused(liaison, 'recordDepartureCheck', check, [['CHECK_TOO_EARLY', '']])
    api.clock.set(at('2026-03-30T01:00:00.000Z'))
    await refused(liaison, 'recordDepartureCheck', { ...check, caseId: other }, [['CASE_NOT_ON_LIST', 'caseId']])
    await way.must(await way.key(...liaison), 'recordDepartureCheck', { handoverId, caseId: one, ...fit })
    api.clock.set(at('2026-03-30T03:10:00.000Z'))
    const post: Who = ['TH', 'post', 'th-post-nong-khai']
    const handOver = { handoverId, expectedVersion: 3, handedOverAt: '2026-03-30T03:05:00Z' }
    await refused(post, 'recordHandover', { ...handOver, counts: { ...nobody, adultMale: 1 } }, [
      ['COUNTS_DISAGREE', 'counts'],
    ])
    const minus = { ...nobody, adultFemale: -1 }
    await refused(post, 'recordHandover', { ...handOver, counts: minus }, [
      ['NUMBER_OUT_OF_RANGE', 'counts.adultFemale'],
    ])
    const woman = { ...nobody, adultFemale: 1 }
    const tomorrow = { ...handOver, counts: woman, handedOverAt: '2026-03-31T03:05:00Z' }
    await refused(post, 'recordHandover', tomorrow, [['DATE_IN_FUTURE', 'handedOverAt']])
    await way.must(await way.key(...post), 'recordHandover', { ...handOver, counts: woman })
    const receiver: Who = ['LA', 'post', 'la-post-vientiane']
    const reception = { handoverId, expectedVersion: 4, receivedAt: '2026-03-30T03:08:00Z', counts: woman }
    const early = { ...reception, receivedAt: '2026-03-30T03:04:00Z' }
    await refused(receiver, 'confirmReception', early, [['RECEPTION_BEFORE_HANDOVER', 'receivedAt']])
    await refused(receiver, 'confirmReception', { ...reception, counts: nobody }, [['COUNTS_DISAGREE', 'counts']])
    await refused(receiver, 'confirmReception', { ...reception, notReceived: [other] }, [
      ['CASE_NOT_ON_LIST', 'notReceived'],
    ])
    // The officer who handed over belongs to the other country, and cannot receive.
    const { problems } = await api.act(await way.key(...post), 'confirmReception', reception)
    expect(problems.map(({ code }: { code: string }) => code)).toEqual(['NOT_YOUR_SIDE'])
    await way.must(await way.key(...receiver), 'confirmReception', reception)
  })

  test('a reference is found as people type it', async () => {
    const caseId = await way.send('TH', 'LA')
    const key = await way.key('LA', 'focal')
    const find = async (reference: string) =>
      (
        await api.ask(key, 'query ($reference: String!) { case(reference: $reference) { id reference } }', {
          reference,
        })
      ).data.case
    const { data } = await api.ask(key, 'query ($id: ID!) { case(id: $id) { reference } }', { id: caseId })
    const { reference } = data.case
    const native = (zero: number) =>
      reference.replace(/\d/g, (digit: string) => String.fromCodePoint(zero + Number(digit)))
    const typed = [
      reference,
      reference.toLowerCase(),
      reference.replaceAll('-', ''),
      ` ${reference.replaceAll('-', ' ')} `,
    ]
    for (const one of [...typed, native(0x17e0), native(0x0ed0), native(0x1040), native(0x0e50), native(0xff10)])
      expect(await find(one), one).toEqual({ id: caseId, reference })
    const last = reference.at(-1) === '2' ? '3' : '2'
    for (const one of [reference.slice(0, -1) + last, reference.slice(0, -1), 'TH-LA-2026-', '', 'ไม่มี'])
      expect(await find(one)).toBeNull()
  })
})
