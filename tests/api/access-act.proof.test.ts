import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { phases } from '../../server/domain/cases/phase.ts'
import { accessRules } from '../../server/domain/disclosure/access-rules.ts'
import { actRules } from '../../server/domain/disclosure/act-rules.ts'
import { mayAsk } from '../../server/domain/disclosure/question-rules.ts'
import { isOnList, nounsOf } from '../../server/domain/nouns.ts'
import type { ActionName, ActName } from '../../server/domain/procedures/action-names.ts'
import { caseIn, type InPhase } from '../support/access-cases.ts'
import { type Expected, expectedOf, grantOn } from '../support/access-expected.ts'
import { everyReader, type Reader } from '../support/access-readers.ts'
import { Api, type Looked } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { actsOnCases, everyAct, type Tried, tryActs } from '../support/every-mutation.ts'
import { hasPart } from '../support/has-part.ts'
import { ReportDesk } from '../support/report-desk.ts'
import { sampled, seed } from '../support/sample.ts'
import { stored } from '../support/stored.ts'
import { addFacts, straightHome } from '../support/told-facts.ts'
import { never, WayOverHttp } from '../support/way-over-http.ts'

const NOT_THEIRS = ['NOT_YOUR_SIDE', 'NOT_YOUR_ROLE', 'NOT_YOUR_OFFICE', 'NOT_POSSIBLE_NOW']
const NOT_NOW = ['STEP_NOT_OPEN', 'NOT_POSSIBLE_NOW', 'CASE_CLOSED', 'NOT_YOUR_SIDE']
const onBothSides = (name: ActionName) => actRules[name].requesting.length > 0 && actRules[name].return.length > 0

/** With any input of the right form these are done by who may; the others need offices or a case of a certain kind. */
const DONE_BY_SOMEBODY = [
  'cancelReportFile',
  'confirmLimit',
  'draftReport',
  'draftRequest',
  'editReportPart',
  'importAggregates',
  'recordMeeting',
  'recordReceptionWithoutRequest',
  'setHolidays',
  'updateMeeting',
]

/** Whether the table gives a role an act, of whichever side. */
function isGiven(name: ActName, { role }: Reader): boolean {
  const grants = accessRules.find((rule) => rule.kind === 'act' && rule.name === name)?.grants ?? []
  return grants.some(({ roles }) => roles.includes(role))
}

/** Whether the reader may know of what an act changes, where not everybody may. */
function readsWhatItIsOn(name: ActName, { role }: Reader): boolean {
  if (name === 'updateMeeting') return mayAsk('meetings', role)
  return !nounsOf(name).target?.startsWith('report') || mayAsk('reports', role)
}

/** What is wrong with an answer beside what the table says; null where nothing is. */
function amiss(expected: Expected, name: ActionName, { noun, problems }: Looked, nothing: Looked): string | null {
  const codes: string[] = problems.map(({ code }: Looked) => code)
  const told = noun ? 'done' : codes.join()
  const all = (allowed: readonly string[]) => !noun && codes.length > 0 && codes.every((code) => allowed.includes(code))
  if (expected === 'nothing')
    return JSON.stringify([noun, problems]) === JSON.stringify([nothing.noun, nothing.problems]) && !noun ? null : told
  if (expected === 'not-theirs') return all(NOT_THEIRS) ? null : told
  if (expected === 'not-now') return all(NOT_NOW) ? null : told
  // Their own: done, or not their turn; of another side only where that side may do it too.
  const refusals = ['NOT_FOUND', 'NOT_YOUR_ROLE', 'NOT_YOUR_OFFICE', ...(onBothSides(name) ? [] : ['NOT_YOUR_SIDE'])]
  return codes.some((code) => refusals.includes(code)) ? told : null
}

describe.each(engineKinds)(`who may do what is what the table of rules says (SEED=${seed}), on %s`, (kind) => {
  let api: Api
  let way: WayOverHttp
  let readers: readonly Reader[]
  /** Another case that both sides see, for acts that name two. */
  let earlier: string
  const nothings = new Map<string, ReadonlyMap<string, Looked>>()
  beforeAll(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
    readers = await everyReader(way)
    earlier = await way.send('TH', 'LA')
  })
  afterAll(() => api.close())

  const targetOf = ({ relation }: Reader, { caseId, handoverId }: Pick<InPhase, 'caseId' | 'handoverId'>) => ({
    caseId,
    handoverId,
    otherId: earlier,
    other: relation === 'own' ? ('LA' as const) : ('TH' as const),
  })
  const answers = async (
    reader: Reader,
    about: Pick<InPhase, 'caseId' | 'handoverId'>,
    tried: readonly Tried<ActionName>[],
  ) =>
    new Map((await tryActs(api, reader.key, targetOf(reader, about), tried)).map(({ name, answer }) => [name, answer]))
  /** What the reader hears of a case and a list that never were. */
  const nothingFor = async (reader: Reader) => {
    const known = nothings.get(reader.name) ?? (await answers(reader, { caseId: never.case }, actsOnCases))
    nothings.set(reader.name, known)
    return known
  }

  test.each(sampled(phases, 2, kind))('every act on a case: %s', { timeout: 300_000 }, async (phase) => {
    let about = await caseIn(way, phase)
    const faults: string[] = []
    const counts: Record<string, number> = {}
    for (const reader of readers) {
      const nothing = await nothingFor(reader)
      const sees = async (on: InPhase) =>
        grantOn('case', reader, phase, await hasPart(api.engine, on.caseId, reader.office)) !== null
      const seen = await sees(about)
      const by = Map.groupBy(actsOnCases, ({ name }) => {
        const there = seen && (!isOnList(name as ActionName) || about.handoverId !== undefined)
        return expectedOf(name as ActionName, reader, phase, there)
      })
      const look = (expected: Expected, name: string, answer: Looked) => {
        counts[expected] = (counts[expected] ?? 0) + 1
        const fault = amiss(expected, name as ActionName, answer, nothing.get(name as ActionName))
        if (fault !== null) faults.push(`${reader.name} ${name}: ${expected}, but ${fault}`)
      }
      const before = await stored(api.engine)
      for (const expected of ['nothing', 'not-theirs', 'not-now'] as const)
        for (const [name, answer] of await answers(reader, about, by.get(expected) ?? [])) look(expected, name, answer)
      expect(await stored(api.engine), reader.name).toEqual(before)
      for (const action of by.get('may') ?? []) {
        const [[name, answer] = ['', null]] = await answers(reader, about, [action])
        look('may', name, answer)
        if (!answer.noun) continue
        counts['done'] = (counts['done'] ?? 0) + 1
        about = await caseIn(way, phase)
      }
    }
    expect(faults).toEqual([])
    // Every role of every relation tried every act, and in an open case some were done.
    const { done = 0, ...tried } = counts
    expect(Object.values(tried).reduce((sum, count) => sum + count, 0)).toBe(readers.length * actsOnCases.length)
    expect(done > 0).toBe(phase !== 'closed')
  })

  test('every act that opens a case or is on a register', async () => {
    const limit = { requestingCountry: 'TH', countryOfReturn: 'LA', step: 'acknowledge-request', of: 'STEP', count: 4 }
    const limitId = await way.must(await way.key('TH', 'focal'), 'proposeLimit', limit)
    const tried = everyAct.filter(({ name }) => !(actsOnCases as readonly Tried[]).some((one) => one.name === name))
    const days = { firstDay: '2026-03-02', lastDay: '2026-03-02' }
    const regional = { series: 'SOM', number: 1, ...days }
    const som = await way.must(await api.keyOf('secretariat'), 'recordMeeting', regional)
    /** Of a taskforce its own meeting, of all others one of the six countries. */
    const meetingOf = async ({ role, key }: Reader) =>
      role === 'taskforce' ? way.must(key, 'recordMeeting', { series: 'TASKFORCE', ...days }) : som
    const desk = new ReportDesk(api)
    await addFacts(api.engine, straightHome({ requestingCountry: 'TH', countryOfReturn: 'LA' }, { quarter: '2000-Q1' }))
    const reportId = await desk.report({ year: 2000 })
    const reports = { reportId, reportPartId: await desk.part(reportId, 'TH') }
    /** A file is there for the office that asked for it alone. */
    const fileOf = async ({ role, key }: Reader) =>
      mayAsk('reports', role)
        ? way.must(key, 'makeReportFile', { report: reportId, format: 'JSON', languages: [] })
        : never.reportFile
    const faults: string[] = []
    const done = new Set<string>()
    for (const reader of readers) {
      const series = reader.role === 'taskforce' ? ('TASKFORCE' as const) : ('SOM' as const)
      const known = {
        limitId,
        meetingId: await meetingOf(reader),
        series,
        ...reports,
        reportFileId: await fileOf(reader),
      }
      const reportKind = reader.country === null ? { reportKind: 'SOM_PROGRESS' as const } : {}
      const target = { ...reportKind, ...targetOf(reader, { caseId: never.case }), ...known }
      for (const { name, answer } of await tryActs(api, reader.key, target, tried)) {
        const codes: string[] = answer.problems.map(({ code }: Looked) => code)
        if (answer.noun) done.add(name)
        // Of the limits of others there is none to agree to, and for who reads no meeting or report none to work on.
        const isThere = name !== 'confirmLimit' && readsWhatItIsOn(name, reader)
        const refusal = isThere ? 'NOT_YOUR_ROLE' : 'NOT_FOUND'
        const theirs = isGiven(name, reader) && (name !== 'confirmLimit' || reader.relation !== 'stranger')
        const asExpected = theirs ? !codes.includes(refusal) : !answer.noun && codes.join() === refusal
        if (!asExpected) faults.push(`${reader.name} ${name}: ${theirs ? 'theirs' : 'not theirs'}, but ${codes}`)
      }
    }
    expect(faults).toEqual([])
    expect(tried).toHaveLength(18)
    expect([...done].sort()).toEqual(DONE_BY_SOMEBODY)
  })
})
