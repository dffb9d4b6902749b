import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addProcedure } from '../../db/procedure-queries.ts'
import { readProcedure } from '../../db/reference/read.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import type { CaseId } from '../../server/domain/kernel/ids.ts'
import { checkProcedure } from '../../server/domain/procedures/check.ts'
import { seeCases } from '../../server/services/read.ts'
import { engineKinds, type OpenEngine, openEngine, START } from '../support/engines.ts'
import { accept, familyWork, handOver, nobody, profile, send, WayHome } from '../support/way-home.ts'

const corridors: [CountryCode, CountryCode][] = [
  ['TH', 'LA'],
  ['LA', 'TH'],
  ['TH', 'MM'],
  ['MM', 'TH'],
  ['TH', 'KH'],
  ['KH', 'TH'],
  ['CN', 'VN'],
  ['VN', 'CN'],
  ['KH', 'VN'],
  ['VN', 'KH'],
  ['MM', 'VN'],
]

async function arrive(way: WayHome, from: CountryCode, to: CountryCode, id: string): Promise<void> {
  const { handover, counts, receiver } = await handOver(way, from, to, id, 'adultFemale')
  const reception = { receivedAt: '2026-03-30T03:08:00Z', counts }
  const wrong = await way.act('confirmReception', receiver(1), handover, { ...reception, counts: nobody })
  expect(wrong.problems.map(({ code }) => code)).toEqual(['COUNTS_DISAGREE'])
  await way.must('confirmReception', receiver(1), handover, reception)
}

describe.each(engineKinds)('the way home on %s', (kind) => {
  let open: OpenEngine
  let way: WayHome
  beforeAll(async () => {
    open = await openEngine(kind)
    way = await WayHome.open(open.engine)
  })
  afterAll(() => open.close())

  const stage = async (country: CountryCode, id: string) =>
    (await seeCases(way.service, way.officer(country, 'focal'), [id as CaseId]))[0]?.stage

  test.each(corridors)('an adult from %s to %s: from draft to closure', async (from, to) => {
    way.clock.set(START)
    const id = await send(way, from, to)
    expect(await stage(to, id)).toBe('SENT')
    await accept(way, from, to, id)
    await arrive(way, from, to, id)
    expect(await stage(from, id)).toBe('RECEIVED')
    await familyWork(way, to, id)
    await way.must('proposeClosure', way.officer(to, 'focal'), id, { reason: 'returned-and-settled' })
    await way.must('closeCase', way.officer(from, 'focal'), id)
    expect(await stage(from, id)).toBe('CLOSED')
  })

  test('a child is accepted only after its best interests were decided', async () => {
    way.clock.set(START)
    const child = { guardian: 'given', childView: 'wishes-to-return' }
    const id = await send(way, 'TH', 'KH', { ageBand: 'age-12-14' }, child)
    await expect(accept(way, 'TH', 'KH', id, false)).rejects.toThrow('STEP_NOT_OPEN')
  })

  test('the country of return sees nothing of a draft, and an id that never was looks the same', async () => {
    way.clock.set(START)
    const liaison = way.officer('TH', 'liaison')
    const id = await way.must('draftRequest', liaison, null, { countryOfReturn: 'LA', ...profile })
    const stranger = way.officer('LA', 'focal')
    expect(await seeCases(way.service, stranger, [id as CaseId])).toEqual([null])
    const one = await way.act('acknowledgeRequest', stranger, id)
    const other = await way.act('acknowledgeRequest', stranger, '018f0000-0000-7000-8000-000000000000')
    expect(one).toEqual(other)
  })

  test('the author cannot review, refused consent sends nothing, a risk found shows no reason', async () => {
    way.clock.set(START)
    const id = await send(way, 'TH', 'LA')
    await way.must('acknowledgeRequest', way.officer('LA', 'focal'), id)
    const traced = { result: 'traced', suitability: 'suitable', escortNeeded: false, concludedOn: '2026-03-02' }
    await way.act('recordFamilyTracing', way.officer('LA', 'welfare'), id, traced)
    const high = { risk: 'high', refoulementConcern: false, assessedOn: '2026-03-02' }
    await way.must('recordRiskAssessment', way.officer('TH', 'focal'), id, high)
    const [view] = await seeCases(way.service, way.officer('LA', 'focal'), [id as CaseId])
    expect(view?.stopped).toBe('not-proceeding')
    expect(JSON.stringify(view)).not.toContain('high')
    expect(view?.acts.some(({ action }) => action === 'recordRiskAssessment')).toBe(false)
  })

  test('one key acts once; the same key with other input is refused; a stale version is a conflict', async () => {
    way.clock.set(START)
    const id = await send(way, 'KH', 'VN')
    const focal = way.officer('VN', 'focal')
    const key = way.key()
    const one = await way.act('acknowledgeRequest', focal, id, {}, { key })
    expect(await way.act('acknowledgeRequest', focal, id, {}, { key })).toEqual(one)
    const other = await way.act('refuseReturn', focal, id, { reason: 'duplicate' }, { key })
    expect(other.problems[0]?.code).toBe('IDEMPOTENCY_KEY_REUSED')
    const stale = await way.act('refuseReturn', focal, id, { reason: 'duplicate' }, { expectedVersion: 1 })
    expect(stale.problems[0]?.code).toBe('CONFLICT')
  })

  test('two rivals: one wins each time', async () => {
    way.clock.set(START)
    for (let round = 0; round < 20; round += 1) {
      const id = await send(way, 'CN', 'VN')
      const answers = await Promise.all(
        [1, 2].map((who) => way.act('acknowledgeRequest', way.officer('VN', 'focal', who), id)),
      )
      const won = answers.filter(({ noun }) => noun !== null)
      expect(won).toHaveLength(1)
      expect(answers.flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(['STEP_NOT_OPEN'])
    }
  })

  test('a returned request stops the clock of the country that asked, until every question is answered', async () => {
    way.clock.set(START)
    const id = await send(way, 'CN', 'VN')
    const focal = way.officer('VN', 'focal')
    await way.must('acknowledgeRequest', focal, id)
    const questions = ['nationality-document-held', 'earliest-travel-day']
    await way.must('returnForInformation', focal, id, { reason: 'incomplete', questions })
    const [returned] = await seeCases(way.service, focal, [id as CaseId])
    expect(returned?.stage).toBe('RETURNED')
    expect(returned?.steps.find(({ status, side }) => status === 'open' && side === 'return')?.deadline?.state).toBe(
      'stopped',
    )
    const liaison = way.officer('CN', 'liaison')
    const half = { answers: [{ question: 'nationality-document-held', yes: true }] }
    expect((await way.act('answerQuestions', liaison, id, half)).problems[0]?.code).toBe('QUESTION_UNANSWERED')
    const buddhist = { answers: [...half.answers, { question: 'earliest-travel-day', day: '๒๕๖๙-๐๓-๒๐' }] }
    expect((await way.act('answerQuestions', liaison, id, buddhist)).problems[0]?.code).toBe('YEAR_BUDDHIST')
    const whole = { answers: [...half.answers, { question: 'earliest-travel-day', day: '២០២៦-០៣-២០' }] }
    await way.must('answerQuestions', liaison, id, whole)
    expect(await stage('VN', id)).toBe('IN_PROGRESS')
  })

  test('a pair without a procedure of its own gets one from a file, and a case runs on it: no code changes', async () => {
    way.clock.set(START)
    const text = readFileSync(new URL('../fixtures/kh-la-example.both.v1.json', import.meta.url), 'utf8')
    const procedure = readProcedure(text, 'fixture')
    expect(checkProcedure(procedure)).toEqual([])
    expect(await addProcedure(open.engine, procedure, text, START)).toBe('added')
    const id = await send(way, 'KH', 'LA')
    await accept(way, 'KH', 'LA', id)
    await arrive(way, 'KH', 'LA', id)
    const [view] = await seeCases(way.service, way.officer('LA', 'focal'), [id as CaseId])
    expect([view?.stage, view?.procedure.id]).toEqual(['RECEIVED', 'kh-la-example.both'])
  })
})
