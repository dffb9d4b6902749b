import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { schema } from '../../schema/index.ts'
import { type Phase, phases } from '../../server/domain/cases/phase.ts'
import type { Role } from '../../server/domain/cases/roles.ts'
import { extentOf, grantsOf, type QuestionName, questionRules } from '../../server/domain/disclosure/question-rules.ts'
import { guardedTypes } from '../../server/domain/disclosure/type-rules.ts'
import { DAY, plus } from '../../server/domain/kernel/instant.ts'
import { runDueJobs } from '../../server/jobs/due-jobs.ts'
import { caseIn, enrich, type InPhase } from '../support/access-cases.ts'
import { grantOn, mayEverRead, readsField } from '../support/access-expected.ts'
import { everyReader, type Reader } from '../support/access-readers.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds, START } from '../support/engines.ts'
import { fieldsTold } from '../support/fields-told.ts'
import { hasPart } from '../support/has-part.ts'
import { plainQuestion } from '../support/plainly-asked.ts'
import { answersAbout, answersInLists, mentions, namesOf } from '../support/told.ts'
import { at } from '../support/way-home.ts'
import { WayOverHttp } from '../support/way-over-http.ts'

const ENGLISH = { 'accept-language': 'en' }
const questions = Object.keys(schema.getQueryType()?.getFields() ?? {}) as QuestionName[]
/** Read in a list, but not of every case: what is owed, overdue, met about or erased has its own test. */
const NOT_OF_EVERY_CASE: readonly string[] = ['myWork', 'escalations', 'meetings', 'erasures', 'accessRules']

/** What an adult's case on a proposed list, or refused, does not hold: `contract/field-rules` has other cases. */
const NOT_IN_THESE_CASES = (
  'Case.linkedPrevious Case.missingSince Consent.guardian Consent.childView Consent.readIn Consent.leafletGiven ' +
  'ConsentVersion.leaflet ConsentVersion.withdrawnOn Note.reviewedAt Note.doubts Answer.codes Answer.code Answer.count ' +
  'Answer.country Answer.yes Dispute.outcome Dispute.settledAt Handover.handedOverAt Handover.missing Handover.needs ' +
  'Handover.receivedAt Profile.needs Profile.recruitment'
).split(' ')

describe.each(engineKinds)('who reads what is what the table of rules says, on %s', (kind) => {
  let api: Api
  let way: WayOverHttp
  let readers: readonly Reader[]
  const cases = new Map<Phase, InPhase & { readonly names: ReadonlyMap<string, string> }>()
  /** Which offices have a part in them. */
  const parts = new Map<string, boolean>()
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
    readers = await everyReader(way)
    for (const phase of phases) {
      const one = await caseIn(way, phase)
      cases.set(phase, { ...one, names: await namesOf(api, await way.key('TH', 'focal'), one.caseId) })
    }
    await enrich(way, caseOf('sent'), caseOf('accepted'))
    for (const [phase, { caseId }] of cases)
      for (const { office } of readers) parts.set(`${phase} ${office}`, await hasPart(api.engine, caseId, office))
    for (const { caseId } of cases.values())
      await api.ask(await way.key('LA', 'focal'), 'query ($id: ID!) { case(id: $id) { id } }', { id: caseId })
    await api.service.readings.flush()
  })
  afterAll(() => api.close())

  const caseOf = (phase: Phase): string => cases.get(phase)?.caseId ?? ''
  /** Fields that somebody was told, of whatever. */
  const everTold = new Set<string>()
  const fieldsIn = (answers: readonly (readonly [string, string])[]) => {
    const told = new Set(answers.flatMap(([query, text]) => [...fieldsTold(query, text)]))
    for (const name of told) everTold.add(name)
    return told
  }

  /** Reads every list once more, now that something else lies in it. */
  const lookInLists = async (role: Role): Promise<void> => {
    for (const answers of (await answersInLists(api, await way.key('TH', role), ['en'])).values()) fieldsIn(answers)
  }

  /** What the table says of a question about one of the cases. */
  const expected = (question: QuestionName, reader: Reader, phase: Phase): boolean => {
    const part = parts.get(`${phase} ${reader.office}`) ?? false
    return grantOn(question, reader, phase, part) !== null
  }

  test('a case and its list by their ids: every field x every role x every relation x every phase', async () => {
    const faults: string[] = []
    for (const [phase, one] of cases) {
      const ofOwn = fieldsIn(await answersAbout(api, await way.key('TH', 'focal'), one, ['en']))
      for (const reader of readers) {
        const told = fieldsIn(await answersAbout(api, reader.key, one, ['en']))
        const sees = expected('case', reader, phase)
        for (const name of new Set([...told, ...ofOwn])) {
          const may = sees && readsField(name, reader.relation === 'own')
          if (may !== null && told.has(name) !== may) faults.push(`${reader.name} ${name} ${phase}: ${told.has(name)}`)
        }
      }
    }
    expect(faults).toEqual([])
  })

  test('every list: it tells of a case to whom the table says, and of no other', { timeout: 120_000 }, async () => {
    const faults: string[] = []
    const told = new Map<string, number>()
    for (const reader of readers)
      for (const [list, answers] of await answersInLists(api, reader.key, ['en'])) {
        for (const field of fieldsIn(answers))
          if (!mayEverRead(field, reader)) faults.push(`${reader.name} ${list}: ${field}`)
        for (const [phase, { names }] of cases) {
          const name = list as QuestionName
          const tells = answers.some(([, text]) => mentions(text, names))
          const may = expected(name, reader, phase)
          if (tells) told.set(name, (told.get(name) ?? 0) + 1)
          const differs = NOT_OF_EVERY_CASE.includes(name) ? tells && !may : tells !== may && name in questionRules
          const sameForAll = grantsOf(name).every(({ what }) => what === 'same' || what === 'self')
          if (sameForAll ? tells : differs) faults.push(`${reader.name} ${name} ${phase}: ${tells}`)
        }
      }
    expect(faults).toEqual([])
    // The comparison is able to see a case: in each of these lists somebody was told of one.
    for (const name of ['cases', 'myWork', 'disclosureLog', 'retentionSchedule'])
      expect(told.get(name), name).toBeGreaterThan(0)
  })

  test('what is the same for everybody is equal to the byte; the own account is the own', async () => {
    for (const name of questions) {
      const [grant] = grantsOf(name)
      const query = plainQuestion(name)
      if (!query || grant?.relation !== 'any' || grant.what !== 'same') continue
      const entries = new Map<string, string[]>()
      for (const { name: who, role, key } of readers) {
        const { text } = await api.ask(key, query, {}, ENGLISH)
        const kindOf = extentOf(name, role) === null ? 'nothing' : 'same'
        entries.set(kindOf, [...(entries.get(kindOf) ?? []), text])
        expect(text, who).not.toContain('"errors"')
      }
      for (const texts of entries.values()) expect(new Set(texts).size, name).toBe(1)
      if (entries.has('nothing')) expect(entries.get('nothing')?.[0]).toContain('"nodes":[]')
      expect(entries.get('same')?.[0], name).not.toEqual(entries.get('nothing')?.[0])
    }
    for (const { key, role, office } of readers) {
      const { data } = await api.ask(key, '{ viewer { role office { code } } }')
      expect(data.viewer).toEqual({ role: role.toUpperCase(), office: { code: office } })
    }
  })

  test('meetings: whole, that they were held, or nothing', async () => {
    const caseId = caseOf('accepted')
    const agenda = [{ case: caseId, decision: 'next-meeting' }]
    const input = { with: 'LA', heldOn: '2026-03-02', agenda }
    const id = await way.must(await way.key('TH', 'focal'), 'recordCaseManagementMeeting', input)
    const query = `query ($id: ID!) { meetings(first: 100) { nodes { id items { case { id } } } }
      node(id: $id) { ... on Meeting { items { case { id } } } } }`
    for (const reader of readers) {
      const { data } = await api.ask(reader.key, query, { id })
      const what = grantOn('meetings', reader, 'accepted', true)?.what ?? null
      const items = what === 'items' ? [{ case: { id: caseId } }] : []
      expect(data.meetings.nodes, reader.name).toEqual(what === null ? [] : [{ id, items }])
      expect(data.node, reader.name).toEqual(what === null ? null : { items })
    }
    await lookInLists('focal')
  })

  test('a request for erasure is there for the privacy officers of both countries', async () => {
    const { case: one } = (
      await api.ask(await way.key('TH', 'focal'), 'query ($id: ID!) { case(id: $id) { reference } }', {
        id: caseOf('closed'),
      })
    ).data
    const asked = { reference: one.reference, requestedOn: '2026-03-02' }
    const id = await way.must(await way.key('LA', 'privacy'), 'requestErasure', asked)
    for (const reader of readers) {
      const answers = (await answersAbout(api, reader.key, { caseId: id }, ['en'])).filter(([query]) =>
        query.includes('ErasureRequest'),
      )
      expect(answers.length).toBeGreaterThan(0)
      const may = grantOn('retentionSchedule', reader, 'closed', true) !== null
      expect(fieldsIn(answers).size > 0, reader.name).toBe(may)
    }
  })

  test('without a key there is one answer to everything', async () => {
    const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {})
    const asked = [
      ...questions.map((name) => `{ ${name} { __typename } }`),
      ...mutations.map((name) => `mutation { ${name} { __typename } }`),
    ]
    const answers = new Set<string>()
    for (const query of asked)
      for (const authorization of ['', 'Bearer nobody-ever-had-this-key']) {
        const answer = await api.post(JSON.stringify({ query }), {
          'x-request-id': 'one',
          ...(authorization ? { authorization } : {}),
        })
        expect(answer.status).toBe(401)
        answers.add(answer.text)
      }
    expect(answers.size).toBe(1)
  })

  test('what is overdue goes to whom the table says, and what is erased leaves its certificate', async () => {
    const trace = await way.trace('TH', 'LA')
    expect(trace).toBeTruthy()
    api.clock.set(plus(START, 120 * DAY))
    await runDueJobs(api.service)
    for (const reader of readers) {
      const { data } = await api.ask(reader.key, '{ escalations(first: 100) { nodes { level case { id } } } }')
      const { nodes } = data.escalations
      const what = grantOn('escalations', reader, 'sent', true)?.what ?? null
      expect(nodes.length > 0, reader.name).toBe(what !== null)
      const levels = new Set(nodes.map(({ level }: Looked) => level))
      expect([...levels], reader.name).toEqual(what === null ? [] : [what === 'first-level' ? 1 : 2])
      if (what === 'second-level') expect(nodes.every((one: Looked) => one.case === null)).toBe(true)
    }
    await lookInLists('focal')
    api.clock.set(at('2030-06-02T02:00:00.000Z'))
    await runDueJobs(api.service)
    for (const phase of ['closed', 'draft'] as const)
      for (const reader of readers) {
        const caseId = caseOf(phase)
        const query = 'query ($id: ID) { erasures(caseId: $id) { nodes { caseHash } } }'
        const { data } = await api.ask(reader.key, query, { id: caseId })
        const may = grantOn('erasures', reader, phase, true) !== null
        expect(data.erasures.nodes, `${reader.name} ${phase}`).toHaveLength(may ? 1 : 0)
      }
    await lookInLists('privacy')
  })

  test('every field was read by somebody, but what these cases do not hold', () => {
    // What is said of somebody's own text is said to whoever asks.
    const fields = Object.entries(guardedTypes).flatMap(([type, { follows, fields: names }]) =>
      follows === 'checkText' ? [] : names.map((one) => `${type}.${one}`),
    )
    expect(fields.filter((name) => !everTold.has(name))).toEqual(NOT_IN_THESE_CASES)
  })
})
