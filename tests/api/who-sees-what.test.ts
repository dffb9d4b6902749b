import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { Api } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { consent } from '../support/way-home.ts'
import { girl, girlsConsent, never, noRisk, toFamily, traced, WayOverHttp } from '../support/way-over-http.ts'

const WHOLE = `query ($id: ID!) { case(id: $id) {
  id reference version stage stageLabel child stopped stoppedLabel mySide sentAt missingSince
  requestingCountry { code } countryOfReturn { code } procedure { code version }
  profile { ageBand { code } sex { code } exploitation { code } shelter { code } }
  consent { share { code } return { code } traceFamily { code } followUp { code } statistics { code } guardian { code }
    childView { code } language { code } givenOn }
  steps { key status statusLabel side waitsFor openedAt doneAt result resultLabel office { code } deadline { dueDay state } }
  journal { action label step role at result resultLabel office { code } values { name values labels } receipt { leaf } }
  hold { since } possible { action step allowed obstacle { code message facts { key text number list } } }
  questions { number } handover { id } } }`
const EVERYWHERE = `query ($id: ID!) {
  case(id: $id) { id } node(id: $id) { id } cases(first: 100) { nodes { id } }
  myWork(first: 100, wholeOffice: true) { nodes { case { id } } } handover(id: $id) { id } }`

describe.each(engineKinds)('who sees what on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const whole = async (country: CountryCode, role: Role, id: string) =>
    (await api.ask(await way.key(country, role), WHOLE, { id })).data.case
  const everywhere = async (key: string, id: string) => (await api.ask(key, EVERYWHERE, { id })).text

  test('a draft does not exist for the country of return, nor for anybody who has no part', async () => {
    const id = await way.draft('TH', 'LA')
    const strangers: [CountryCode, Role][] = [
      ['LA', 'focal'],
      ['LA', 'welfare'],
      ['VN', 'focal'],
      ['TH', 'verifier'],
      ['TH', 'post'],
      ['TH', 'taskforce'],
      ['TH', 'privacy'],
      ['TH', 'admin'],
    ]
    for (const [country, role] of strangers) {
      const office = role === 'post' ? 'th-post-nong-khai' : undefined
      const key = await way.key(country, role, office)
      expect(await everywhere(key, id), `${country} ${role}`).toBe(await everywhere(key, never.case))
      for (const name of ['acknowledgeRequest', 'submitForReview', 'closeCase']) {
        const send = (caseId: string) => api.act(key, name, { caseId, expectedVersion: 1 })
        expect(await send(id)).toEqual(await send(never.case))
      }
    }
    for (const role of ['liaison', 'supervisor', 'focal'] as const)
      expect((await whole('TH', role, id)).stage).toBe('DRAFT')
  })

  test('secretariat and operator see no case at all, sent or not', async () => {
    const id = await way.send('TH', 'LA')
    for (const role of ['secretariat', 'operator'] as const) {
      const made = await api.keyOf(role)
      expect(await everywhere(made, id)).toBe(await everywhere(made, never.case))
    }
  })

  test('a risk found, a child’s wish not to return and a consent taken back look the same to the other side', async () => {
    const sent = async () => {
      const id = await way.send('TH', 'LA', girl, girlsConsent)
      await way.must(await way.key('LA', 'focal'), 'acknowledgeRequest', { caseId: id })
      await way.must(await way.key('LA', 'welfare'), 'recordFamilyTracing', { caseId: id, ...traced })
      return id
    }
    const focal = await way.key('TH', 'focal')
    const risk = await sent()
    await way.must(focal, 'recordRiskAssessment', { caseId: risk, ...noRisk, risk: 'high' })
    const refoulement = await sent()
    await way.must(focal, 'recordRiskAssessment', { caseId: refoulement, ...noRisk, refoulementConcern: true })
    const wish = await sent()
    await way.must(focal, 'recordRiskAssessment', { caseId: wish, ...noRisk })
    const guardian = await way.key('TH', 'guardian')
    await way.must(guardian, 'recordBestInterests', { caseId: wish, ...toFamily, outcome: 'not-return' })
    const withdrawn = await sent()
    const refused = { ...consent, ...girlsConsent, return: 'refused' }
    await way.must(await way.key('TH', 'liaison'), 'recordConsent', { caseId: withdrawn, ...refused })
    const silent = await sent()
    const noNotice = { withdrawnOn: '2026-03-02', noNotice: true }
    await way.must(await way.key('TH', 'liaison'), 'withdrawConsent', { caseId: silent, ...noNotice })

    const seen = async (id: string) => {
      const { id: _, reference, ...rest } = await whole('LA', 'focal', id)
      return JSON.stringify(rest)
        .replaceAll(reference, 'REFERENCE')
        .replaceAll(/[0-9a-f]{64}/g, 'LEAF')
    }
    const first = await seen(risk)
    expect(first).toContain('"stopped":"NOT_PROCEEDING"')
    for (const secret of ['high', 'refused', 'RECORD_RISK_ASSESSMENT', 'RECORD_BEST_INTERESTS'])
      expect(first).not.toContain(secret)
    for (const other of [refoulement, wish, withdrawn, silent]) expect(await seen(other)).toBe(first)
    // Nor does a stale version tell: the last act named is one that the reader may see.
    const stale = async (id: string) => {
      const { problems } = await api.act(await way.key('LA', 'focal'), 'acceptReturn', {
        caseId: id,
        expectedVersion: 1,
        travelDocument: 'none-needed',
        travelDocumentIssued: true,
        receptionPlace: 'family',
      })
      return JSON.stringify(problems)
    }
    const told = await stale(risk)
    expect(told).toContain('CONFLICT')
    for (const other of [refoulement, wish, withdrawn, silent]) expect(await stale(other)).toBe(told)
  })

  test('findings of one side show the other that they were made, and no more', async () => {
    const id = await way.trace('TH', 'LA', girl, girlsConsent)
    await way.must(await way.key('TH', 'focal'), 'recordRiskAssessment', { caseId: id, ...noRisk, risk: 'manageable' })
    await way.must(await way.key('TH', 'guardian'), 'recordBestInterests', { caseId: id, ...toFamily })
    const own = await whole('TH', 'focal', id)
    const other = await whole('LA', 'focal', id)
    expect(JSON.stringify(own)).toContain('manageable')
    for (const secret of ['manageable', 'return-to-family', 'wishes-to-return'])
      expect(JSON.stringify(other)).not.toContain(secret)
    const made = other.journal.filter(({ action }: { action: string }) => /RISK|BEST/.test(action))
    expect(made.map(({ result, values }: { result: null; values: [] }) => [result, values])).toEqual([
      [null, []],
      [null, []],
    ])
    expect(other.consent).toMatchObject({ share: { code: 'given' }, guardian: null, childView: null, givenOn: null })
    expect(own.consent).toMatchObject({ guardian: { code: 'given' }, givenOn: '2026-03-02' })
    expect(other.journal[0].values[0]).toEqual({ name: 'decision', values: ['APPROVE'], labels: ['ສົ່ງແລ້ວ'] })
    // What was done before it was sent is not shown across: not even that it was returned to its author.
    expect(other.journal[0].action).toBe('REVIEW_REQUEST')
  })

  test('after closure the focal agencies read on, and nobody else', async () => {
    const id = await way.send('TH', 'LA')
    await way.must(await way.key('LA', 'focal'), 'acknowledgeRequest', { caseId: id })
    await way.must(await way.key('LA', 'focal'), 'refuseReturn', { caseId: id, reason: 'duplicate' })
    await way.must(await way.key('LA', 'focal'), 'proposeClosure', { caseId: id, reason: 'refused' })
    expect(await whole('TH', 'liaison', id)).not.toBeNull()
    await way.must(await way.key('TH', 'focal'), 'closeCase', { caseId: id })
    for (const [country, role] of [
      ['TH', 'liaison'],
      ['TH', 'supervisor'],
      ['LA', 'verifier'],
    ] as const)
      expect(await whole(country, role, id)).toBeNull()
    for (const country of ['TH', 'LA'] as const) expect((await whole(country, 'focal', id)).stage).toBe('CLOSED')
  })
})
