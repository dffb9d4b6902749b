import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { languages } from '../../server/domain/kernel/language.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { everyRow } from '../support/every-row.ts'
import { consent } from '../support/way-home.ts'
import { approval, WayOverHttp } from '../support/way-over-http.ts'

const NOTES = `query ($id: ID!) { case(id: $id) { version
  notes { text action status statusLabel reviewedAt office { id } doubts { rule from to excerpt } }
  journal { action values { name values } } steps { key status } } }`
const PROBLEMS = `mutation ($input: PlaceOnHoldInput!) { placeOnHold(input: $input) { case { id } converted { before after }
  problems { code field message next facts { key text number } } } }`
const reject = { decision: 'RETURN', noIdentifyingDetail: false }
/** "The person needs to see a doctor" in Zawgyi, and the same in Unicode. */
const ZAWGYI = 'ဆရာ၀န္ႏွင့္ ေတြ႕ဆံုရန္ လိုအပ္ပါသည္'
const UNICODE = 'ဆရာဝန်နှင့် တွေ့ဆုံရန် လိုအပ်ပါသည်'

describe.each(engineKinds)('notes on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterAll(() => api.close())

  const notes = async (key: string, id: string) => (await api.ask(key, NOTES, { id })).data.case
  const hold = async (text: string, more: object = {}) => {
    const caseId = await way.send('TH', 'LA')
    const key = await way.key('LA', 'focal')
    const input = { caseId, expectedVersion: await way.version(key, caseId), reason: 'legal', ...more }
    const idempotencyKey = api.idempotencyKey()
    const answer = await api.ask(key, PROBLEMS, { input: { ...input, note: { text }, idempotencyKey } })
    return { caseId, key, ...answer.data.placeOnHold }
  }
  const holdAndNote = async (text = 'The court hears the case on Monday.') => {
    const held = await hold(text)
    return held.caseId as string
  }

  test('the note of a draft is read with the request, and crosses with it', async () => {
    const id = await way.send('TH', 'LA', { note: { text: 'She asks to travel by day.' } })
    const seen = await notes(await way.key('LA', 'focal'), id)
    expect(seen.notes).toMatchObject([
      { text: 'She asks to travel by day.', action: 'DRAFT_REQUEST', status: 'APPROVED' },
    ])
    expect(JSON.stringify(seen.journal)).not.toContain('travel by day')
  })

  test('after the sending a note waits at home until a second officer has read it', async () => {
    const id = await holdAndNote()
    const home = await notes(await way.key('LA', 'focal'), id)
    const before = await notes(await way.key('TH', 'focal'), id)
    expect(home.notes).toMatchObject([{ status: 'WAITING' }])
    expect(home.steps).toContainEqual({ key: 'review-note-return', status: 'OPEN' })
    expect(before.notes).toEqual([])
    expect(JSON.stringify(before)).not.toContain('review-note-return')
    await way.must(await way.key('LA', 'supervisor'), 'reviewNote', { caseId: id, ...approval })
    const after = await notes(await way.key('TH', 'focal'), id)
    expect(after.notes).toMatchObject([{ text: 'The court hears the case on Monday.', status: 'APPROVED', doubts: [] }])
  })

  test('a note that was returned never was, for the other side', async () => {
    const [one, other] = [await holdAndNote(), (await hold('')).caseId as string]
    await way.must(await way.key('LA', 'supervisor'), 'reviewNote', { caseId: one, ...reject })
    const focal = await way.key('TH', 'focal')
    const [seen, twin] = [await notes(focal, one), await notes(focal, other)]
    expect(JSON.stringify(seen)).toBe(JSON.stringify(twin))
    expect((await notes(await way.key('LA', 'focal'), one)).notes).toMatchObject([{ status: 'RETURNED' }])
  })

  test('the writer cannot let it cross, by no account of theirs', async () => {
    const id = await holdAndNote()
    const second = await api.secondAccount(['LA', 'focal'], 'supervisor')
    for (const key of [await way.key('LA', 'focal'), second]) {
      const version = await way.version(key, id)
      const done = await api.act(key, 'reviewNote', { caseId: id, expectedVersion: version, ...approval })
      expect(done.problems).toMatchObject([{ code: 'ANOTHER_OFFICER_NEEDED' }])
    }
    expect((await notes(await way.key('TH', 'focal'), id)).notes).toEqual([])
  })

  test('the author of a request cannot approve it, by no account of theirs', async () => {
    const caseId = await way.draft('VN', 'KH')
    const liaison = await way.key('VN', 'liaison')
    await way.must(liaison, 'recordConsent', { caseId, ...consent })
    await way.must(liaison, 'submitForReview', { caseId })
    for (const role of ['supervisor', 'focal'] as const) {
      const key = await api.secondAccount(['VN', 'liaison'], role)
      const version = await way.version(key, caseId)
      const done = await api.act(key, 'reviewRequest', { caseId, expectedVersion: version, ...approval })
      expect(done.problems, role).toMatchObject([{ code: 'ANOTHER_OFFICER_NEEDED' }])
    }
  })

  test('the reviewer sees what the guard let through with doubt', async () => {
    const id = await holdAndNote('The room is 4711, ask for the desk at Green Light.')
    const [note] = (await notes(await way.key('LA', 'supervisor'), id)).notes
    expect(note.doubts).toMatchObject([
      { rule: 'NUMBER', excerpt: '4711' },
      { rule: 'NAME', excerpt: 'Green Light' },
    ])
    expect(note.text.slice(note.doubts[0].from - 1, note.doubts[0].to)).toBe('4711')
  })

  test('identity is refused in the language of the reader, with the rule, the place and what to write instead', async () => {
    const caseId = await way.send('TH', 'LA')
    const key = await way.key('LA', 'focal')
    const version = await way.version(key, caseId)
    const text = 'Call her mother on 020 5555 7788.'
    const sentences = new Set<string>()
    for (const language of languages) {
      const input = {
        caseId,
        expectedVersion: version,
        reason: 'legal',
        note: { text },
        idempotencyKey: api.idempotencyKey(),
      }
      const answer = await api.ask(key, PROBLEMS, { input }, { 'accept-language': language })
      const { problems } = answer.data.placeOnHold
      const told = (name: string) => problems[0].facts.find((fact: { key: string }) => fact.key === name)
      expect(problems).toMatchObject([{ code: 'IDENTITY_IN_TEXT', field: ['note', 'text'] }])
      expect(told('rule').text).toBe('telephone')
      expect(text.slice(told('from').number - 1, told('to').number)).toBe('020 5555 7788')
      expect(problems[0].message).not.toContain('5555')
      expect(problems[0].next.length).toBeGreaterThan(3)
      sentences.add(problems[0].message)
    }
    expect(sentences.size).toBe(languages.length)
    expect(JSON.stringify(await everyRow(api.engine))).not.toContain('5555 7788')
  })

  test('each place has its own answer, and a long text its own', async () => {
    const two = await hold('Mail dara99@example.com or ask at house no. 12.')
    expect(two.problems.map((one: { code: string }) => one.code)).toEqual(['IDENTITY_IN_TEXT', 'IDENTITY_IN_TEXT'])
    expect((await hold('a b '.repeat(71))).problems).toMatchObject([{ code: 'TEXT_TOO_LONG', field: ['note', 'text'] }])
    expect((await hold('ກ'.repeat(280))).problems).toEqual([])
    expect((await hold(' \u200b\u202e ')).problems).toEqual([])
  })

  test('Zawgyi is made Unicode and shown before and after; where it is not sure, it is asked', async () => {
    const done = await hold(ZAWGYI)
    expect(done.problems).toEqual([])
    expect(done.converted).toEqual({ before: ZAWGYI, after: UNICODE })
    expect((await notes(done.key, done.caseId)).notes).toMatchObject([{ text: UNICODE }])
    const unclear = await hold('တွေ့ ေရာက္')
    expect(unclear.problems).toMatchObject([{ code: 'ENCODING_UNCLEAR', field: ['note', 'encoding'] }])
  })

  test('a text can be tried before it is sent, and nothing of it is kept', async () => {
    const query = `query ($input: NoteInput!) { checkText(input: $input) { accepted text
      findings { rule blocks excerpt instead } converted { after } problems { code } } }`
    const tried = async (text: string, encoding?: string) =>
      (await api.ask(await way.key('KH', 'liaison'), query, { input: { text, encoding } })).data.checkText
    expect(await tried('ทะเบียน กข 4321')).toMatchObject({
      accepted: false,
      findings: [{ rule: 'PLATE', blocks: true }],
    })
    expect(await tried('ส่งตัววันที่ 2 มีนาคม 2569 เวลา 09.30 น.')).toMatchObject({
      accepted: true,
      findings: [],
      problems: [],
    })
    expect(await tried(ZAWGYI, 'ZAWGYI')).toMatchObject({ accepted: true, converted: { after: UNICODE } })
    expect(JSON.stringify(await everyRow(api.engine))).not.toContain('กข 4321')
  })
})
