import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Language } from '../../server/domain/kernel/language.ts'
import { Api } from '../support/api.ts'
import { sampledEngines } from '../support/engines.ts'
import { seed } from '../support/sample.ts'
import { type Officer, receivers, requesters } from '../support/step-by-step.ts'
import { difference, type Held, namesOf, toldAbout, toldInLists, withoutNames } from '../support/told.ts'
import { at, nobody } from '../support/way-home.ts'
import { fit, meeting, noRisk, traced, WayOverHttp } from '../support/way-over-http.ts'

const BOTH: readonly Language[] = ['en', 'lo']
const ACT = 'RECORD_RISK_ASSESSMENT'
const ASSESSED = '2026-03-03T07:08:09.123Z'
const high = { ...noRisk, risk: 'high', refoulementConcern: true }

describe.each(sampledEngines)(`a risk found on one side (SEED=${seed}), on %s`, (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeEach(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterEach(() => api.close())

  /** Everything these officers are told, about the case and in every list, in both languages. */
  const told = async (officers: readonly Officer[], held: Held): Promise<string> => {
    const answers: string[] = []
    for (const [country, role, office] of officers) {
      const key = await way.key(country, role, office)
      answers.push(await toldAbout(api, key, held, BOTH))
      for (const lists of (await toldInLists(api, key, BOTH)).values()) answers.push(...lists)
    }
    return answers.join('\n')
  }
  /** How often a word is said; in Lao the word for high begins the one for highest, which every child's interests are. */
  const times = (text: string, word: string) => text.replaceAll('ສູງສຸດ', '').split(word).length - 1

  /** The words of every class of risk, in codes and in both languages, and those of the concern. */
  const words = () => [
    ...[...(api.service.world.codes.get('risk-class')?.values() ?? [])].flatMap(({ code, label }) => [
      `"${code}"`,
      ...BOTH.map((language) => label[language]),
    ]),
    'efoulement',
    'assessedOn',
  ]
  /** Words that are said more often than before. */
  const newWords = (before: string, after: string) => words().filter((word) => times(after, word) > times(before, word))

  /** What the assessment left behind on the side that made it: receipt and leaf. */
  const traceOf = async (caseId: string) => {
    const query = 'query ($id: ID!) { case(id: $id) { journal { action receipt { id leaf } } } }'
    const { journal } = (await api.ask(await way.key('TH', 'focal'), query, { id: caseId })).data.case
    const { receipt } = journal.findLast((act: { action: string }) => act.action === ACT)
    return [receipt.id, receipt.leaf] as string[]
  }
  /** Every officer of the other side is told the same of both, to the byte. */
  const alike = async (one: string, other: string) => {
    const own = await way.key('TH', 'focal')
    for (const [country, role, office] of receivers) {
      const key = await way.key(country, role, office)
      const alone = async (caseId: string) =>
        withoutNames(await toldAbout(api, key, { caseId }, BOTH), await namesOf(api, own, caseId))
      expect(difference(await alone(one), await alone(other)), role).toBe('')
    }
  }
  const sent = async () => {
    const caseId = await way.trace('TH', 'LA')
    api.clock.set(at(ASSESSED))
    return caseId
  }
  const assess = async (caseId: string, input: object) =>
    way.must(await way.key('TH', 'focal'), 'recordRiskAssessment', { caseId, ...input })

  test('while it can be managed the other side sees that it was assessed, and no more', async () => {
    const caseId = await sent()
    const before = await told(receivers, { caseId })
    const ownBefore = await told(requesters, { caseId })
    await assess(caseId, { ...noRisk, risk: 'manageable' })
    const after = await told(receivers, { caseId })
    expect(newWords(before, after)).toEqual([])
    // The side that made it reads it: the words are those that are said.
    expect(newWords(ownBefore, await told(requesters, { caseId }))).toEqual(
      expect.arrayContaining(['"manageable"', 'manageable', 'ຄວບຄຸມໄດ້', 'assessedOn']),
    )
    const query = 'query ($id: ID!) { case(id: $id) { journal { action result resultLabel at values { name } } } }'
    const { journal } = (await api.ask(await way.key('LA', 'focal'), query, { id: caseId })).data.case
    expect(journal.at(-1)).toEqual({ action: ACT, result: null, resultLabel: null, at: ASSESSED, values: [] })
  })

  test('whatever lets the case go on, the other side is told the same of it', async () => {
    const [one, other] = [await way.trace('TH', 'LA'), await way.trace('TH', 'LA')]
    api.clock.set(at(ASSESSED))
    await assess(one, noRisk)
    await assess(other, { ...noRisk, risk: 'manageable' })
    await alike(one, other)
  })

  test('a high one leaves no trace on the other side: not its words, its name, its time, its receipt', async () => {
    const caseId = await sent()
    const before = await told(receivers, { caseId })
    await assess(caseId, high)
    const after = await told(receivers, { caseId })
    expect(newWords(before, after)).toEqual([])
    for (const mark of [ACT, ...(await traceOf(caseId))]) expect(after).not.toContain(mark)
    expect(await told(requesters, { caseId })).toContain(ACT)

    // The moment at which the case stopped is there once: since then it is owed to close it.
    const query = 'query ($id: ID!) { case(id: $id) { steps { key openedAt doneAt } journal { at } timeline { at } } }'
    const { steps, journal, timeline } = (await api.ask(await way.key('LA', 'focal'), query, { id: caseId })).data.case
    const opened = steps.filter(({ openedAt }: { openedAt: string | null }) => openedAt === ASSESSED)
    expect(opened.map(({ key }: { key: string }) => key)).toEqual(['propose-closure'])
    expect(JSON.stringify([journal, timeline, steps.map(({ doneAt }: { doneAt: string }) => doneAt)])).not.toContain(
      ASSESSED,
    )
  })

  test('a high one looks as another silent end of an adult’s case does', async () => {
    const [risk, silent] = [await way.trace('TH', 'LA'), await way.trace('TH', 'LA')]
    api.clock.set(at(ASSESSED))
    await assess(risk, high)
    const noNotice = { withdrawnOn: '2026-03-02', noNotice: true }
    await way.must(await way.key('TH', 'liaison'), 'withdrawConsent', { caseId: silent, ...noNotice })
    await alike(risk, silent)
  })

  test('nor does the country that sent a person learn what was found at a visit after the return', async () => {
    const held = await received()
    const before = await told(requesters, held)
    const visit = { visitedOn: '2026-03-30', outcome: 'at-risk', risk: 'high', services: [], occupation: 'not-known' }
    await way.must(await way.key('LA', 'welfare'), 'recordFollowUp', { caseId: held.caseId, ...visit })
    const after = await told(requesters, held)
    expect(newWords(before, after)).toEqual([])
    for (const mark of ['"at-risk"', '"not-known"', 'visitedOn']) expect(after).not.toContain(mark)
    expect(after).toContain('RECORD_FOLLOW_UP')
    expect(await told(receivers, held)).toContain('"at-risk"')
  })

  test('nor what stood in the way at a check before departure: only a clear one is seen', async () => {
    const held = await onTheDay()
    const before = await told(receivers, held)
    const liaison = await way.key('TH', 'liaison')
    const unclear = { ...fit, consentReconfirmed: false, fitToTravel: false, safeToTravel: false }
    await way.must(liaison, 'recordDepartureCheck', { ...held, ...unclear })
    const after = await told(receivers, held)
    for (const mark of ['"not-clear"', 'safeToTravel', 'consentReconfirmed', '"false"'])
      expect(times(after, mark), mark).toBe(times(before, mark))
    expect(await told(requesters, held)).toContain('"not-clear"')
    await way.must(liaison, 'recordDepartureCheck', { ...held, ...fit })
    expect(times(await told(receivers, held), '"clear"')).toBeGreaterThan(times(before, '"clear"'))
  })

  /** The handover agreed, and its day come. */
  const onTheDay = async (): Promise<Held> => {
    const caseId = await way.accept('TH', 'LA')
    const crossing = 'la-th-vientiane-nong-khai'
    const list = { caseIds: [caseId], crossing, ...meeting }
    const handoverId = await way.must(await way.key('TH', 'liaison'), 'proposeHandover', list)
    await way.must(await way.key('LA', 'welfare'), 'recordFamilyTracing', { caseId, ...traced })
    await way.must(await way.key('LA', 'focal'), 'confirmHandover', { handoverId })
    api.clock.set(at('2026-03-30T01:00:00.000Z'))
    return { caseId, handoverId }
  }
  /** Over the border and received: what is left are visits. */
  const received = async (): Promise<Held> => {
    const held = await onTheDay()
    const { handoverId } = held
    await way.must(await way.key('TH', 'liaison'), 'recordDepartureCheck', { ...held, ...fit })
    api.clock.set(at('2026-03-30T03:10:00.000Z'))
    const counts = { ...nobody, adultFemale: 1 }
    const thai = await way.key('TH', 'post', 'th-post-nong-khai')
    await way.must(thai, 'recordHandover', { handoverId, handedOverAt: '2026-03-30T03:05:00Z', counts })
    const lao = await way.key('LA', 'post', 'la-post-vientiane')
    await way.must(lao, 'confirmReception', { handoverId, receivedAt: '2026-03-30T03:06:00Z', counts })
    return held
  }
})
