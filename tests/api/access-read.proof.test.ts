import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  type Extent,
  grantsOf,
  isGiven,
  mayAsk,
  type QuestionName,
  questionRules,
} from '../../server/domain/disclosure/question-rules.ts'
import { guardedTypes } from '../../server/domain/disclosure/type-rules.ts'
import { DAY, plus } from '../../server/domain/kernel/instant.ts'
import { runDueJobs } from '../../server/jobs/due-jobs.ts'
import { grantOn, mayEverRead, readsField } from '../support/access-expected.ts'
import { REVIEW, reportsIn } from '../support/access-reports.ts'
import { AccessWorld } from '../support/access-world.ts'
import type { Looked } from '../support/api.ts'
import { START, sampledEngines } from '../support/engines.ts'
import { ReportDesk } from '../support/report-desk.ts'
import { seed } from '../support/sample.ts'
import { answersAbout, answersInLists, mentions } from '../support/told.ts'
import { at } from '../support/way-home.ts'
import { wholeMeeting } from '../support/whole-meeting.ts'

/** Read in a list, but not of every case: what is owed, overdue, met about or erased has its own test. */
const NOT_OF_EVERY_CASE: readonly string[] = ['myWork', 'escalations', 'meetings', 'erasures', 'accessRules']

/** What an adult's case on a proposed list, or refused, does not hold: `contract/field-rules` has other cases. */
const NOT_IN_THESE_CASES = (
  'Case.linkedPrevious Case.missingSince Consent.guardian Consent.childView Consent.readIn Consent.leafletGiven ' +
  'ConsentVersion.leaflet ConsentVersion.withdrawnOn Note.reviewedAt Note.doubts Answer.codes Answer.code Answer.count ' +
  'Answer.country Answer.yes Dispute.outcome Dispute.settledAt Handover.handedOverAt Handover.missing Handover.needs ' +
  'Handover.receivedAt LetterText.assumedNote LetterText.fictitious Profile.needs Profile.recruitment'
).split(' ')

describe.each(sampledEngines)(
  `who reads what is what the table of rules says (SEED=${seed}), on %s`,
  { timeout: 300_000 },
  (kind) => {
    let world: AccessWorld
    beforeAll(async () => {
      world = await AccessWorld.open(kind)
    }, 300_000)
    afterAll(() => world.api.close())

    test('a case and its list by their ids: every field x every role x every relation x every phase', async () => {
      const faults: string[] = []
      for (const [phase, one] of world.cases) {
        const ofOwn = world.fieldsIn(await answersAbout(world.api, await world.way.key('TH', 'focal'), one, ['en']))
        for (const reader of world.readers) {
          const told = world.fieldsIn(await answersAbout(world.api, reader.key, one, ['en']))
          const sees = world.expected('case', reader, phase)
          for (const name of new Set([...told, ...ofOwn])) {
            const may = sees && readsField(name, reader.relation === 'own')
            if (may !== null && told.has(name) !== may)
              faults.push(`${reader.name} ${name} ${phase}: ${told.has(name)}`)
          }
        }
      }
      expect(faults).toEqual([])
    })

    test('every list: it tells of a case to whom the table says, and of no other', async () => {
      const faults: string[] = []
      const told = new Map<string, number>()
      for (const reader of world.readers)
        for (const [list, answers] of await answersInLists(world.api, reader.key, ['en'])) {
          for (const field of world.fieldsIn(answers))
            if (!mayEverRead(field, reader)) faults.push(`${reader.name} ${list}: ${field}`)
          for (const [phase, { names }] of world.cases) {
            const name = list as QuestionName
            const tells = answers.some(([, text]) => mentions(text, names))
            const may = world.expected(name, reader, phase)
            if (tells) told.set(name, (told.get(name) ?? 0) + 1)
            const differs = NOT_OF_EVERY_CASE.includes(name) ? tells && !may : tells !== may && name in questionRules
            const ofNoCase = grantsOf(name).every(({ what }) => what === 'same' || what === 'self' || what === 'field')
            if (ofNoCase ? tells : differs) faults.push(`${reader.name} ${name} ${phase}: ${tells}`)
          }
        }
      expect(faults).toEqual([])
      // The comparison is able to see a case: in each of these lists somebody was told of one.
      for (const name of ['cases', 'myWork', 'disclosureLog', 'retentionSchedule'])
        expect(told.get(name), name).toBeGreaterThan(0)
    })

    test('meetings: whole, that they were held, or nothing', async () => {
      const caseId = world.caseOf('accepted')
      const agenda = [{ case: caseId, decision: 'next-meeting' }]
      const input = { with: 'LA', heldOn: '2026-03-02', agenda }
      const id = await world.way.must(await world.way.key('TH', 'focal'), 'recordCaseManagementMeeting', input)
      const query = `query ($id: ID!) { meetings(first: 100) { nodes { id items { case { id } } } }
      node(id: $id) { ... on Meeting { items { case { id } } } } }`
      for (const reader of world.readers) {
        const { data } = await world.api.ask(reader.key, query, { id })
        const found = grantOn('meetings', reader, 'accepted', true)?.what
        // The others read meetings of another kind.
        const what = found === 'items' || found === 'held' ? found : null
        const items = what === 'items' ? [{ case: { id: caseId } }] : []
        expect(data.meetings.nodes, reader.name).toEqual(what === null ? [] : [{ id, items }])
        expect(data.node, reader.name).toEqual(what === null ? null : { items })
      }
      await world.lookInLists('focal')
    })

    test('meetings of the six countries and of a taskforce: by the table, whoever recorded them', async () => {
      const secretariat = await world.api.keyOf('secretariat')
      const som = await world.way.must(secretariat, 'recordMeeting', wholeMeeting('SOM'))
      const taskforce = await world.way.key('TH', 'taskforce')
      const own = await world.way.must(taskforce, 'recordMeeting', wholeMeeting('TASKFORCE'))
      for (const reader of world.readers) {
        const reads = (what: Extent) => isGiven('meetings', what, reader.role, reader.country === 'TH')
        for (const [id, may] of [
          [som, reads('regional')],
          [own, reads('taskforce')],
        ] as const) {
          const answers = await answersAbout(world.api, reader.key, { caseId: id }, ['en'])
          const told = world.fieldsIn(answers.filter(([asked]) => asked.includes('... on Meeting ')))
          expect([reader.name, told.size > 0]).toEqual([reader.name, may])
        }
        const { data } = await world.api.ask(reader.key, '{ meetings(first: 100) { nodes { id } } }')
        const ids = data.meetings.nodes.map(({ id }: Looked) => id)
        const listed = [som, own].map((id) => ids.includes(id))
        expect([reader.name, ...listed]).toEqual([reader.name, reads('regional'), reads('taskforce')])
      }
      await world.lookInLists('focal')
    })

    test('a request for erasure is there for the privacy officers of both countries', async () => {
      const { case: one } = (
        await world.api.ask(await world.way.key('TH', 'focal'), 'query ($id: ID!) { case(id: $id) { reference } }', {
          id: world.caseOf('closed'),
        })
      ).data
      const asked = { reference: one.reference, requestedOn: '2026-03-02' }
      const id = await world.way.must(await world.way.key('LA', 'privacy'), 'requestErasure', asked)
      for (const reader of world.readers) {
        const answers = (await answersAbout(world.api, reader.key, { caseId: id }, ['en'])).filter(([query]) =>
          query.includes('ErasureRequest'),
        )
        expect(answers.length).toBeGreaterThan(0)
        const may = grantOn('retentionSchedule', reader, 'closed', true) !== null
        expect(world.fieldsIn(answers).size > 0, reader.name).toBe(may)
      }
    })

    test('what is overdue goes to whom the table says, and what is erased leaves its certificate', async () => {
      const trace = await world.way.trace('TH', 'LA')
      expect(trace).toBeTruthy()
      world.api.clock.set(plus(START, 120 * DAY))
      await runDueJobs(world.api.service)
      for (const reader of world.readers) {
        const { data } = await world.api.ask(reader.key, '{ escalations(first: 100) { nodes { level case { id } } } }')
        const { nodes } = data.escalations
        const what = grantOn('escalations', reader, 'sent', true)?.what ?? null
        expect(nodes.length > 0, reader.name).toBe(what !== null)
        const levels = new Set(nodes.map(({ level }: Looked) => level))
        expect([...levels], reader.name).toEqual(what === null ? [] : [what === 'first-level' ? 1 : 2])
        if (what === 'second-level') expect(nodes.every((one: Looked) => one.case === null)).toBe(true)
      }
      await world.lookInLists('focal')
      world.api.clock.set(at('2030-06-02T02:00:00.000Z'))
      await runDueJobs(world.api.service)
      for (const phase of ['closed', 'draft'] as const)
        for (const reader of world.readers) {
          const caseId = world.caseOf(phase)
          const query = 'query ($id: ID) { erasures(caseId: $id) { nodes { caseHash } } }'
          const { data } = await world.api.ask(reader.key, query, { id: caseId })
          const may = grantOn('erasures', reader, phase, true) !== null
          expect(data.erasures.nodes, `${reader.name} ${phase}`).toHaveLength(may ? 1 : 0)
        }
      await world.lookInLists('privacy')
    })

    test('who comes in is read by the administrator of each country, and of no other', async () => {
      const admin = await world.way.key('TH', 'admin')
      const office = world.api.service.world.competent.get('TH')?.get('focal')
      const post = { office, role: 'FOCAL', language: 'th' }
      const key = () => ({ idempotencyKey: world.api.idempotencyKey() })
      const run = async (name: string, noun: string, input: object) => {
        const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
        const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${noun} { id } } }`
        return (await world.api.ask(admin, query, { input: { ...input, ...key() } })).data[name][noun].id
      }
      await run('inviteOfficer', 'invitation', post)
      const apiKey = await run('createApiKey', 'apiKey', { ...post, validDays: 1, acts: ['ACKNOWLEDGE_REQUEST'] })
      await run('revokeApiKey', 'apiKey', { apiKey })
      const list = '{ accounts(first: 100) { nodes { id name } } }'
      const { nodes } = (await world.api.ask(admin, list)).data.accounts
      await run('revokeAccount', 'account', { account: nodes.find(({ name }: Looked) => name.includes('system')).id })
      for (const reader of world.readers) {
        const query = '{ accounts { nodes { id } } invitations { nodes { id } } apiKeys { nodes { id } } }'
        const { data } = await world.api.ask(reader.key, query)
        const may = mayAsk('accounts', reader.role)
        expect(data.accounts.nodes.length > 0, reader.name).toBe(may)
        const isTheirs = may && reader.country === 'TH'
        for (const name of ['invitations', 'apiKeys'])
          expect([reader.name, data[name].nodes.length]).toEqual([reader.name, isTheirs ? 1 : 0])
      }
      await world.lookInLists('admin')
    })

    test('national figures are the same for whom the table says, of whichever country', async () => {
      const corridor = { requestingCountry: 'TH', countryOfReturn: 'LA', year: 2025, indicator: 'identified' }
      const part = { sex: 'female', age: 'child', exploitation: 'forced-labour', value: 3 }
      const text = { text: 'Nothing that names anybody.' }
      const said = { definition: text, coverage: text, source: text, sourceDay: '2026-02-01' }
      const handIn = async (country: 'TH' | 'LA', more: object = {}) => {
        const figures = [
          { ...corridor, parts: [part] },
          { ...corridor, quarter: 1, total: 1 },
        ]
        const input = { ...said, figures, ...more }
        return world.way.must(await world.way.key(country, 'taskforce'), 'importAggregates', input)
      }
      await handIn('LA')
      const replaced = await handIn('TH')
      await handIn('TH', { replaces: [replaced] })
      for (const reader of world.readers) {
        const may = mayAsk('aggregates', reader.role)
        const query = '{ aggregates { nodes { total } } }'
        const { data } = await world.api.ask(reader.key, query)
        expect([reader.name, data.aggregates.nodes.length]).toEqual([reader.name, may ? 4 : 0])
        const answers = await answersAbout(world.api, reader.key, { caseId: replaced }, ['en'])
        const told = world.fieldsIn(answers.filter(([asked]) => asked.includes('AggregateImport')))
        expect([reader.name, told.size > 0]).toEqual([reader.name, may])
      }
      await world.lookInLists('focal')
    })

    test('reports are there for whom the table says, of the countries they are about; files for the office that asked', async () => {
      const made = await reportsIn(world)
      const desk = new ReportDesk(world.api)
      const [report = ''] = made
      const input = { report, format: 'JSON', languages: [] }
      const spoken = { report, format: 'PDF', languages: ['en'] }
      const files = new Map<string, string>()
      for (const reader of world.readers) {
        const may = mayAsk('reports', reader.role) && reader.relation !== 'stranger'
        const asked = may ? [input, spoken] : []
        for (const one of asked) files.set(await world.way.must(reader.key, 'makeReportFile', one), reader.office)
        if (!may) expect((await world.api.act(reader.key, 'makeReportFile', input)).noun, reader.name).toBeNull()
      }
      await desk.made()
      const parts = await Promise.all(made.map((id) => desk.part(id, 'LA')))
      const waiting = await world.way.must(await desk.secretariat(), 'draftReport', REVIEW)
      for (const reader of world.readers) {
        const may = mayAsk('reports', reader.role) && reader.relation !== 'stranger'
        for (const id of [...made, waiting, ...parts]) {
          const told = world.fieldsIn(await answersAbout(world.api, reader.key, { caseId: id }, ['en']))
          expect([reader.name, told.size > 0]).toEqual([reader.name, may])
        }
        for (const [id, office] of files) {
          const told = world.fieldsIn(await answersAbout(world.api, reader.key, { caseId: id }, ['en']))
          expect([reader.name, office, told.size > 0]).toEqual([reader.name, office, may && office === reader.office])
        }
        const { data } = await world.api.ask(reader.key, '{ reports(first: 100) { nodes { id } } }')
        expect([reader.name, data.reports.nodes.length]).toEqual([reader.name, may ? 4 : 0])
      }
      await world.lookInLists('focal')
    })

    test('every field was read by somebody, but what these cases do not hold', () => {
      // What is said of somebody's own text is said to whoever asks.
      const fields = Object.entries(guardedTypes).flatMap(([type, { follows, fields: names }]) =>
        follows === 'checkText' ? [] : names.map((one) => `${type}.${one}`),
      )
      expect(fields.filter((name) => !world.everTold.has(name))).toEqual(NOT_IN_THESE_CASES)
    })
  },
)
