import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { CountryCode } from '../../server/domain/kernel/country.ts'
import { languages } from '../../server/domain/kernel/language.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { consent, profile } from '../support/way-home.ts'
import { approval, girl, girlsConsent, WayOverHttp } from '../support/way-over-http.ts'

const FORMS = `query ($language: Language) {
  consentForms { totalCount nodes { id code version from status statusLabel(language: $language) label(language: $language)
    languages purposes { purpose { code } text(language: $language) basis { status } } } }
  rightsLeaflets { nodes { id code status rights { key text(language: $language)
    provision { instrument { code } article label(language: $language) basis { status } } } } } }`
const CONSENTS = `query ($id: ID!) { case(id: $id) { stage
  consent { share { code } form { code } readIn { code } leafletGiven }
  consents { number inForce withdrawnOn recordedAt office { code } leaflet { code }
    consent { share { code } followUp { code } form { code } leafletGiven givenOn } }
  journal { action values { name values labels } }
  possible { action allowed obstacle { code facts { key text } basis { article label instrument { code } basis { status } } } } } }`

describe.each(engineKinds)('consent and rights as records, on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())
  beforeEach(() => api.clock.set(START))

  const look = async (country: CountryCode, id: string): Promise<Looked> =>
    (await api.ask(await way.key(country, 'focal'), CONSENTS, { id })).data.case
  const obstacle = (view: Looked, action: string) =>
    view.possible.find((one: Looked) => one.action === action && !one.allowed)?.obstacle
  const record = async (id: string, more: object, country: CountryCode = 'TH') => {
    const key = await way.key(country, 'liaison')
    return api.act(key, 'recordConsent', {
      caseId: id,
      expectedVersion: await way.version(key, id),
      ...consent,
      ...more,
    })
  }

  test('forms and leaflets are read by everyone, in every language, and found by their ids', async () => {
    const key = await api.keyOf('secretariat')
    const said = new Set<string>()
    for (const language of languages) {
      const { data } = await api.ask(key, FORMS, { language })
      const [form] = data.consentForms.nodes
      expect([form.code, form.status, form.languages]).toEqual(['consent-2026-1', 'proposed', [...languages]])
      expect(form.purposes.map(({ purpose }: Looked) => purpose.code)).toEqual([
        ...(api.service.world.codes.get('consent-purpose')?.keys() ?? []),
      ])
      const [leaflet] = data.rightsLeaflets.nodes
      expect(leaflet.rights.length).toBeGreaterThanOrEqual(6)
      for (const { text } of [...form.purposes, ...leaflet.rights]) said.add(text)
      for (const { id } of [form, leaflet])
        expect((await api.ask(key, 'query ($id: ID!) { node(id: $id) { id } }', { id })).data.node).toEqual({ id })
    }
    // No sentence of one language stands in another.
    expect(said.size).toBe(languages.length * (5 + 10))
  })

  test('a right says what it rests on: the provision in words, or that it is a rule of this service', async () => {
    const { data } = await api.ask(await api.keyOf('secretariat'), FORMS, { language: 'en' })
    const rights = new Map(data.rightsLeaflets.nodes[0].rights.map((one: Looked) => [one.key, one.provision]))
    expect(rights.get('no-detention')).toMatchObject({ instrument: { code: 'actip-2015' }, article: '14(8)' })
    expect(rights.get('no-forced-testimony')).toMatchObject({
      label: 'Greater Mekong Sub-region guidelines on victim protection, 2007, part 4',
      basis: { status: 'SOURCED' },
    })
    expect(rights.get('erasure')).toMatchObject({ instrument: null, article: null, label: 'a rule of this service' })
  })

  test('an older client that names no form is recorded with the one in force, and nothing of the leaflet', async () => {
    const id = await way.send('TH', 'LA')
    const own = await look('TH', id)
    expect(own.consent).toMatchObject({ form: { code: 'consent-2026-1' }, readIn: null, leafletGiven: null })
    const entry = own.journal.find(({ action }: Looked) => action === 'RECORD_CONSENT')
    const form = entry.values.find(({ name }: Looked) => name === 'form')
    expect([form.values, form.labels]).toEqual([['consent-2026-1'], ['แบบแสดงความยินยอม ค.ศ. 2026 ฉบับที่ 1']])
    expect((await look('LA', id)).consent).toEqual({
      share: { code: 'given' },
      form: null,
      readIn: null,
      leafletGiven: null,
    })
  })

  test('a form that is unknown or not in force, and a language without form or interpreter, are refused', async () => {
    const id = await way.draft('TH', 'LA')
    const refused: [object, string, string][] = [
      [{ form: 'consent-1999' }, 'CONSENT_FORM_UNKNOWN', 'form'],
      [{ form: 'consent-2026-1', givenOn: '2025-12-31' }, 'CONSENT_FORM_NOT_IN_FORCE', 'form'],
      [{ language: 'other', readIn: 'other' }, 'CONSENT_FORM_LANGUAGE', 'readIn'],
      [{ language: 'other', interpreter: 'not-needed' }, 'INTERPRETER_NEEDED', 'interpreter'],
    ]
    for (const [more, code, field] of refused) {
      const { noun, problems } = await record(id, more)
      expect([noun, problems.map((one: Looked) => [one.code, one.field.join('.')])]).toEqual([null, [[code, field]]])
    }
    expect((await look('TH', id)).consents).toEqual([])
    const { problems } = await record(id, { language: 'other', readIn: 'th', form: 'consent-2026-1' })
    expect(problems).toEqual([])
    expect((await look('TH', id)).consent.readIn).toEqual({ code: 'th' })
  })

  test('without the leaflet the request stays at home, until the person has it', async () => {
    const id = await way.draft('TH', 'LA')
    await record(id, { leafletGiven: false })
    const before = await look('TH', id)
    expect(obstacle(before, 'SUBMIT_FOR_REVIEW')).toMatchObject({ code: 'LEAFLET_NOT_GIVEN' })
    const liaison = await way.key('TH', 'liaison')
    const { problems } = await api.act(liaison, 'submitForReview', { caseId: id, expectedVersion: 2 })
    expect(problems.map(({ code }: Looked) => code)).toEqual(['LEAFLET_NOT_GIVEN'])
    await record(id, { leafletGiven: true })
    await way.must(liaison, 'submitForReview', { caseId: id })
    await way.must(await way.key('TH', 'supervisor'), 'reviewRequest', { caseId: id, ...approval })
    expect((await look('LA', id)).stage).toBe('SENT')
  })

  test('a fast track without the leaflet is not opened', async () => {
    const at = '2026-03-02T04:00:00Z'
    const list = { crossing: 'la-th-vientiane-nong-khai', at, escort: 'guardian', escortSex: 'female' }
    const input = { countryOfReturn: 'LA', ...profile, ...girl, ...consent, ...girlsConsent, ...list }
    const open = async (more: object) =>
      api.act(await way.key('TH', 'liaison'), 'openFastTrack', { ...input, transport: 'ordinary', ...more })
    const codes = async (more: object) => (await open(more)).problems.map(({ code }: Looked) => code)
    expect(await codes({ leafletGiven: false })).toEqual(['LEAFLET_NOT_GIVEN'])
    expect(await codes({ language: 'other', interpreter: 'not-available' })).toEqual(['INTERPRETER_NEEDED'])
    const { noun, problems } = await open({ leafletGiven: true })
    expect(problems).toEqual([])
    const [taken] = (await look('TH', noun.id)).consents
    expect(taken).toMatchObject({ leaflet: { code: 'rights-2026-1' }, consent: { form: { code: 'consent-2026-1' } } })
  })

  test('every consent is kept, the newest first, with who asked and when it was taken back; the other side sees none', async () => {
    const id = await way.send('TH', 'LA', {}, { leafletGiven: true })
    api.later(24)
    await record(id, { followUp: 'refused', givenOn: '2026-03-03' })
    const before = await look('TH', id)
    expect(before.consents.map(({ number, inForce }: Looked) => [number, inForce])).toEqual([
      [2, true],
      [1, false],
    ])
    const [anew, first] = before.consents
    expect(anew).toMatchObject({ consent: { followUp: { code: 'refused' }, leafletGiven: null }, leaflet: null })
    expect(first).toMatchObject({
      recordedAt: START,
      office: { code: api.service.world.competent.get('TH')?.get('liaison') },
      leaflet: { code: 'rights-2026-1' },
      consent: { followUp: { code: 'given' }, leafletGiven: true, givenOn: '2026-03-02' },
    })
    expect((await look('LA', id)).consents).toEqual([])
    const withdrawal = { withdrawnOn: '2026-03-03', noNotice: true }
    await way.must(await way.key('TH', 'liaison'), 'withdrawConsent', { caseId: id, ...withdrawal })
    expect((await look('TH', id)).consents[0]).toMatchObject({ withdrawnOn: '2026-03-03', inForce: false })
    expect((await look('LA', id)).consents).toEqual([])
  })

  test('a guard says the article it rests on, as far as it covers both countries', async () => {
    const refusing = async (from: CountryCode, to: CountryCode) => {
      const id = await way.draft(from, to)
      await record(id, { share: 'refused' }, from)
      return obstacle(await look(from, id), 'SUBMIT_FOR_REVIEW')
    }
    expect(await refusing('TH', 'LA')).toEqual({
      code: 'CONSENT_REFUSED',
      facts: [
        { key: 'instrument', text: 'actip-2015' },
        { key: 'article', text: '14(3)' },
      ],
      basis: {
        article: '14(3)',
        label: 'อนุสัญญา อาเซียน ว่าด้วยการป้องกันและปราบปรามการค้ามนุษย์ ค.ศ. 2015 ข้อ 14(3)',
        instrument: { code: 'actip-2015' },
        basis: { status: 'SOURCED' },
      },
    })
    // China is no party to the convention: the same rule holds, and says that it is this service's.
    expect(await refusing('CN', 'VN')).toEqual({
      code: 'CONSENT_REFUSED',
      facts: [],
      basis: { article: null, label: '本系统的规则', instrument: null, basis: { status: 'ASSUMED' } },
    })
  })
})
