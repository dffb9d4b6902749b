import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '../../server/domain/cases/roles.ts'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { languages } from '../../server/domain/kernel/language.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { at, nobody } from '../support/way-home.ts'
import { approval, fit, meeting, never, papers, traced, WayOverHttp } from '../support/way-over-http.ts'

const TEXT = `language fictitious title from { label lines } to { label lines } date { label lines } referenceLabel
  receiptLabel paragraphs rows { label value assumed } tables { caption head rows } closing
  signatures { label sealLabel } assumedNote page`
const LETTERS = `letters { kind at reference receipt { id leaf } languages text(language: $language) { ${TEXT} } }`
const CASE = `query ($id: ID!, $language: Language) { case(id: $id) { ${LETTERS} } }`
const LIST = `query ($id: ID!, $language: Language) { handover(id: $id) { ${LETTERS} cases { reference } } }`
const CROSSING = 'la-th-vientiane-nong-khai'
const question = 'earliest-travel-day'
const day = '2026-03-02'

describe.each(engineKinds)('letters on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const must = async (country: CountryCode, role: Role, name: string, input: object, office?: string) =>
    way.must(await way.key(country, role, office), name, input)
  const read = async (country: CountryCode, id: string, language = 'en', role: Role = 'focal'): Promise<Looked> =>
    (await api.ask(await way.key(country, role), CASE, { id, language })).data.case?.letters ?? null
  const readList = async (country: CountryCode, id: string, language = 'en') =>
    (await api.ask(await way.key(country, 'focal'), LIST, { id, language })).data.handover
  const kindsOf = (letters: Looked): readonly string[] => letters.map((one: Looked) => one.kind)
  const last = async (country: CountryCode, id: string, language = 'en') => (await read(country, id, language)).at(-1)
  const rowsOf = ({ text }: Looked) => Object.fromEntries(text.rows.map((row: Looked) => [row.label, row.value]))

  /** To the eve of the reception: checked and handed over, by the hour of the meeting. */
  const handOver = async (caseIds: readonly string[]) => {
    const list = { caseIds, crossing: CROSSING, ...meeting }
    const handoverId = await must('TH', 'liaison', 'proposeHandover', list)
    for (const caseId of caseIds) await must('LA', 'welfare', 'recordFamilyTracing', { caseId, ...traced })
    await must('LA', 'focal', 'confirmHandover', { handoverId })
    api.clock.set(at('2026-03-30T01:00:00.000Z'))
    for (const caseId of caseIds) await must('TH', 'liaison', 'recordDepartureCheck', { handoverId, caseId, ...fit })
    api.clock.set(at('2026-03-30T03:10:00.000Z'))
    const handed = { handoverId, handedOverAt: '2026-03-30T03:05:00Z' }
    const counts = { ...nobody, adultFemale: caseIds.length }
    await must('TH', 'post', 'recordHandover', { ...handed, counts }, 'th-post-nong-khai')
    return handoverId
  }
  const receive = (handoverId: string, adultFemale: number, notReceived: readonly string[] = []) => {
    const received = { handoverId, receivedAt: '2026-03-30T03:08:00Z', notReceived }
    return must(
      'LA',
      'post',
      'confirmReception',
      { ...received, counts: { ...nobody, adultFemale } },
      'la-post-vientiane',
    )
  }
  const askBack = (caseId: string, more: object = {}) =>
    must('LA', 'focal', 'returnForInformation', { caseId, reason: 'incomplete', questions: [question], ...more })

  test('each kind is there once its act is done, alike for both countries, in the language of each', async () => {
    const caseId = await way.draft('TH', 'LA')
    expect(await read('TH', caseId)).toEqual([])
    const sent = await way.send('TH', 'LA')
    const grown: string[][] = []
    const look = async () => grown.push([...kindsOf(await read('LA', sent))])
    await look()
    await must('LA', 'focal', 'acknowledgeRequest', { caseId: sent })
    await askBack(sent)
    await look()
    await must('TH', 'liaison', 'answerQuestions', { caseId: sent, answers: [{ question, day: '2026-03-20' }] })
    await must('LA', 'welfare', 'recordFamilyTracing', { caseId: sent, ...traced })
    await must('LA', 'verifier', 'recordVerification', {
      caseId: sent,
      result: 'national',
      method: 'register',
      decidedOn: day,
    })
    const noRisk = { risk: 'none', refoulementConcern: false, assessedOn: day }
    await must('TH', 'focal', 'recordRiskAssessment', { caseId: sent, ...noRisk })
    await must('LA', 'focal', 'acceptReturn', { caseId: sent, ...papers })
    await look()
    await receive(await handOver([sent]), 1)
    const plan = { place: 'family', services: [], occupation: 'working', startsOn: day, personAgrees: true }
    await must('LA', 'welfare', 'planReintegration', { caseId: sent, ...plan })
    const visit = { outcome: 'stable', risk: 'none', services: [], occupation: 'working' }
    await must('LA', 'welfare', 'recordFollowUp', { caseId: sent, visitedOn: day, ...visit })
    await must('LA', 'focal', 'sendFeedback', { caseId: sent, outcome: 'stable' })
    await look()
    expect(grown).toEqual([
      ['REPATRIATION_REQUEST'],
      ['REPATRIATION_REQUEST', 'ACKNOWLEDGEMENT', 'RETURN_FOR_INFORMATION'],
      ['REPATRIATION_REQUEST', 'ACKNOWLEDGEMENT', 'RETURN_FOR_INFORMATION', 'ACCEPTANCE'],
      [
        ...['REPATRIATION_REQUEST', 'ACKNOWLEDGEMENT', 'RETURN_FOR_INFORMATION', 'ACCEPTANCE'],
        ...['HANDOVER_LIST', 'HANDOVER_MINUTES', 'RECEPTION_CERTIFICATE', 'FEEDBACK'],
      ],
    ])
    for (const language of ['th', 'lo', 'en']) {
      const [here, there] = [await read('TH', sent, language), await read('LA', sent, language)]
      expect(here).toEqual(there)
      for (const one of here) {
        expect(one.languages).toEqual(['th', 'lo'])
        expect([one.text.language, one.receipt.leaf.length, one.text.fictitious]).toEqual([language, 64, null])
      }
    }
    const journal = 'query ($id: ID!) { case(id: $id) { reference journal { receipt { id } } } }'
    const { case: file } = (await api.ask(await way.key('LA', 'focal'), journal, { id: sent })).data
    const receipts = file.journal.map(({ receipt }: Looked) => receipt.id)
    for (const { reference, receipt } of await read('LA', sent)) {
      expect(reference).toBe(file.reference)
      expect(receipts).toContain(receipt.id)
    }
  })

  test('a letter says from whom, to whom and when: both calendars, and the clocks of both countries', async () => {
    const caseId = await way.send('TH', 'MM')
    await must('MM', 'focal', 'acknowledgeRequest', { caseId })
    const { text } = await last('TH', caseId)
    expect(text).toMatchObject({
      title: 'Acknowledgement of the request',
      from: { label: 'From', lines: ['Department of Rehabilitation (Myanmar)', 'Myanmar'] },
      to: { label: 'To', lines: ['Division of Anti-Trafficking in Persons (Thailand)', 'Thailand'] },
      date: { lines: ['2 March 2026 (Gregorian calendar)', '2 March 2569 (Buddhist Era)'] },
      signatures: [{ label: 'Signature on behalf of Department of Rehabilitation (Myanmar)' }],
    })
    expect(rowsOf({ text })['time at which the request was sent']).toBe(
      '2 March 2026 (Buddhist Era 2569), 09:00 (UTC+7), that is 2 March 2026 (Buddhist Era 2569), 08:30 (UTC+6:30)',
    )
  })

  test('a request returned for information names what was asked, and a note once it may cross', async () => {
    const caseId = await way.send('TH', 'LA')
    await must('LA', 'focal', 'acknowledgeRequest', { caseId })
    await askBack(caseId, { note: { text: 'The shelter may know the day.' } })
    const asked = api.service.world.questions.get(question as never)
    for (const language of languages) {
      const { text } = await last('TH', caseId, language)
      expect(text.tables).toMatchObject([{ rows: [['1', asked?.label[language]]] }])
    }
    for (const country of ['TH', 'LA'] as const)
      expect(JSON.stringify(await read(country, caseId))).not.toContain('The shelter may know')
    await must('LA', 'supervisor', 'reviewNote', { caseId, ...approval })
    for (const country of ['TH', 'LA'] as const)
      expect(rowsOf(await last(country, caseId))).toMatchObject({ note: 'The shelter may know the day.' })
  })

  test('a note that waits or was kept at home is on no letter, of neither side', async () => {
    const caseId = await way.send('TH', 'LA', { note: { text: 'She asks to travel by day.' } })
    expect(rowsOf(await last('LA', caseId))).toMatchObject({ note: 'She asks to travel by day.' })
    await must('LA', 'focal', 'acknowledgeRequest', { caseId })
    await askBack(caseId, { note: { text: 'Look at the other request.' } })
    const reject = { decision: 'RETURN', noIdentifyingDetail: false }
    await must('LA', 'supervisor', 'reviewNote', { caseId, ...reject })
    await must('TH', 'liaison', 'answerQuestions', { caseId, answers: [{ question, day: '2026-03-20' }] })
    await must('LA', 'focal', 'refuseReturn', { caseId, reason: 'duplicate', note: { text: 'It is known already.' } })
    for (const country of ['TH', 'LA'] as const) {
      const letters = await read(country, caseId)
      expect(kindsOf(letters).slice(2)).toEqual(['RETURN_FOR_INFORMATION', 'REFUSAL'])
      expect(rowsOf(letters.at(-1))).toHaveProperty(['reason for refusal'])
      expect(JSON.stringify(letters)).not.toMatch(/the other request|known already/)
    }
  })

  test('a list of three: its letters name all, the certificate also who did not arrive; that of a case names it alone', async () => {
    const caseIds = [await way.accept('TH', 'LA'), await way.accept('TH', 'LA'), await way.accept('TH', 'LA')]
    const handoverId = await handOver(caseIds)
    await receive(handoverId, 2, caseIds.slice(2))
    const { letters, cases } = await readList('LA', handoverId)
    expect(await readList('TH', handoverId)).toEqual({ letters, cases })
    const references = cases.map(({ reference }: Looked) => reference)
    expect(kindsOf(letters)).toEqual(['HANDOVER_LIST', 'HANDOVER_MINUTES', 'RECEPTION_CERTIFICATE'])
    const named = ({ text }: Looked) =>
      text.tables.map(({ rows }: Looked) => rows.map((row: readonly string[]) => row[1]))
    const [list, minutes, certificate] = letters
    expect(named(list)).toEqual([references, ['3', '3']])
    expect(rowsOf(list)).toMatchObject({ 'border crossing': 'Vientiane (Friendship Bridge)–Nong Khai' })
    expect(named(minutes)).toEqual([references, ['3', '3']])
    expect(minutes.text.signatures.map(({ label }: Looked) => label)).toEqual([
      'Signature on behalf of Nong Khai border post',
      'Signature on behalf of Vientiane (Friendship Bridge) border post',
    ])
    expect(named(certificate)).toEqual([references.slice(0, 2), ['2', '2'], references.slice(2)])
    const [first, third] = [await read('TH', caseIds[0] as string), await read('TH', caseIds[2] as string)]
    expect(named(first.find((one: Looked) => one.kind === 'HANDOVER_LIST'))).toEqual([references.slice(0, 1)])
    expect(kindsOf(first)).toContain('RECEPTION_CERTIFICATE')
    expect(kindsOf(third)).not.toContain('RECEPTION_CERTIFICATE')
  })

  test('what the other side may not know is on no letter; a request says what was sent, whatever was found since', async () => {
    const caseId = await way.send('TH', 'LA', { identification: 'presumed' })
    const consent = 'consent: return'
    expect(rowsOf(await last('LA', caseId))).toMatchObject({ [consent]: 'consent given' })
    const decided = { result: 'not-a-victim', decidingBody: 'police', decidedIn: 'TH', decidedOn: day }
    const screening = { caseId, checklist: 'asean-commit-2016', dimensions: [], ...decided }
    await must('TH', 'liaison', 'recordIdentification', screening)
    const [here, there] = [await last('TH', caseId), await last('LA', caseId)]
    expect(rowsOf(here)[consent]).toBe('consent given')
    expect(rowsOf(there)[consent]).toBeUndefined()
    for (const one of [here, there]) expect(rowsOf(one)['result of identification']).toBe('presumed victim')
  })

  test('a stranger reads none, as of a case that never was; before the sending the other side reads none', async () => {
    const [draft, sent] = [await way.draft('TH', 'LA'), await way.send('TH', 'LA')]
    expect(await read('LA', draft)).toBeNull()
    for (const country of ['KH', 'VN'] as const) expect(await read(country, sent)).toBeNull()
    for (const role of ['privacy', 'admin', 'taskforce'] as const) expect(await read('TH', sent, 'en', role)).toBeNull()
    expect(await read('KH', never.case)).toBeNull()
  })

  test('letters cost no statement a case: receipts are read for all at once', async () => {
    const key = await way.key('LA', 'focal')
    const list = (letters: string) => `{ cases(first: 5) { nodes { reference ${letters} } } }`
    const statements = async (query: string) => {
      await api.service.readings.flush()
      const before = api.engine.statements.count
      expect((await api.ask(key, query)).errors).toBeUndefined()
      return api.engine.statements.count - before
    }
    const without = await statements(list(''))
    expect(await statements(list('letters { kind text { title rows { value } } }'))).toBe(without)
    expect(await statements(list('letters { receipt { leaf } }'))).toBe(without + 1)
  })
})
