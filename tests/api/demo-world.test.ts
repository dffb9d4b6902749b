import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DemoWorld } from '../support/demo-world.ts'

const COUNTRIES = ['kh', 'cn', 'la', 'mm', 'th', 'vn'] as const
const CASES = `query ($after: String) { list: cases(first: 100, after: $after) { pageInfo { hasNextPage endCursor } nodes {
  id reference stage route countryOfReturn { code } stopped missingSince hold { country { code } } disputes { settledAt } linkedPrevious { id }
  questions { answeredAt } handover { id status cases { id } } journal { action }
  steps { key status escalation deadline { state } } } } }`

interface Case {
  readonly id: string
  readonly reference: string
  readonly countryOfReturn: { readonly code: string }
  readonly stage: string
  readonly route: string
  readonly stopped: string | null
  readonly missingSince: string | null
  readonly hold: object | null
  readonly disputes: readonly { readonly settledAt: string | null }[]
  readonly linkedPrevious: object | null
  readonly questions: readonly { readonly answeredAt: string | null }[]
  readonly handover: { readonly id: string; readonly status: string; readonly cases: readonly object[] } | null
  readonly journal: readonly { readonly action: string }[]
  readonly steps: readonly {
    readonly key: string
    readonly status: string
    readonly escalation: number | null
    readonly deadline: { readonly state: string } | null
  }[]
}

describe('the world that `npm run demo` makes', () => {
  let world: DemoWorld
  let cases: readonly Case[]
  beforeAll(async () => {
    world = await DemoWorld.open('sqlite')
    const seen = await Promise.all(COUNTRIES.map((country) => world.everyNode<Case>(`${country}-focal`, CASES)))
    cases = [...new Map(seen.flat().map((one) => [one.id, one])).values()]
  }, 600_000)
  afterAll(() => world.close())

  const having = (fits: (one: Case) => unknown): number => cases.filter(fits).length
  const did = (action: string) => (one: Case) => one.journal.some((act) => act.action === action)
  const owes = (key: string) => (one: Case) => one.steps.some((step) => step.key === key && step.status === 'OPEN')
  // The reference is kept, and names the country that was asked first.
  const wasForwarded = ({ reference, countryOfReturn: { code } }: Case) => reference.slice(3, 5) !== code
  const steps = () => cases.flatMap((one) => one.steps.filter(({ status }) => status === 'OPEN'))

  test('holds 200 cases, ten or more at every stage, by all three routes', () => {
    // One was received without a request, and its own country has told nobody of it: lists leave it out.
    expect(cases.length).toBeGreaterThanOrEqual(199)
    const stages = Map.groupBy(cases, ({ stage }) => stage)
    expect(stages.size).toBe(12)
    for (const [stage, list] of stages) expect([stage, list.length >= 10]).toEqual([stage, true])
    const routes = Map.groupBy(cases, ({ route }) => route)
    for (const route of ['FAST_TRACK', 'UNANNOUNCED']) expect(routes.get(route)?.length).toBeGreaterThanOrEqual(4)
  })

  test.each<[string, number, (one: Case) => unknown]>([
    ['not confirmed and under review', 2, (one) => did('REQUEST_REVIEW')(one) && owes('verify-nationality')(one)],
    ['returned for the second time', 2, ({ questions, stage }) => questions.length === 2 && stage === 'RETURNED'],
    ['returned three times, and the focal agencies met', 1, did('RECORD_FOCAL_MEETING')],
    ['refused', 2, ({ stopped, stage }) => stopped === 'REFUSED' && stage === 'STOPPED'],
    ['withdrawn, with notice', 4, ({ stopped }) => stopped === 'WITHDRAWN'],
    ['withdrawn before sending', 1, (one) => one.stopped === 'WITHDRAWN' && !did('REVIEW_REQUEST')(one)],
    ['not proceeding, for whatever reason', 6, ({ stopped }) => stopped === 'NOT_PROCEEDING'],
    ['nobody came, and no other day yet', 2, owes('set-another-day')],
    ['another day set', 1, did('RESCHEDULE_HANDOVER')],
    ['another proposal open', 2, owes('agree-to-counterproposal')],
    ['on hold', 5, ({ hold }) => hold],
    ['a hold reviewed', 1, did('REVIEW_HOLD')],
    ['a hold lifted', 2, did('RESUME_CASE')],
    ['one of several not received', 1, ({ missingSince, handover }) => missingSince && handover?.cases.length === 4],
    ['in a transit centre', 2, owes('record-transit-stay')],
    ['forwarded, and sent to the third country', 1, (one) => wasForwarded(one) && one.stage === 'SENT'],
    ['forwarded, and asked for consent again', 1, (one) => wasForwarded(one) && one.stage === 'DRAFT'],
    ['in dispute', 2, ({ disputes }) => disputes.some(({ settledAt }) => settledAt === null)],
    ['a dispute settled at the meeting', 1, ({ disputes }) => disputes.some(({ settledAt }) => settledAt !== null)],
    ['linked to an earlier case', 1, ({ linkedPrevious }) => linkedPrevious],
    ['a link proposed', 1, owes('agree-to-link-requesting')],
    ['identification pending', 2, owes('record-identification')],
    ['moved to a newer procedure', 1, did('MOVE_CASE')],
  ])('shows a case: %s', (_what, atLeast, fits) => {
    expect(having(fits)).toBeGreaterThanOrEqual(atLeast)
  })

  test('has steps in time, due soon and overdue, some of them high on the ladder', () => {
    const states = Map.groupBy(steps(), ({ deadline }) => deadline?.state ?? 'NONE')
    for (const state of ['ON_TIME', 'AMBER', 'RED', 'STOPPED'])
      expect([state, (states.get(state)?.length ?? 0) >= 10]).toEqual([state, true])
    const levels = Map.groupBy(steps(), ({ escalation }) => escalation ?? 0)
    for (const level of [1, 2, 3]) expect([level, levels.has(level)]).toEqual([level, true])
    expect(states.get('RED')?.length).toBeLessThan((states.get('ON_TIME')?.length ?? 0) / 2)
  })

  test('has met, agreed on one limit, and waits for another', async () => {
    const { meetings, limitProposals } = await world.ask<{
      meetings: { nodes: { countries: { code: string }[]; items: object[] }[] }
      limitProposals: { nodes: { status: string }[] }
    }>(
      'mm-focal',
      '{ meetings { nodes { countries { code } items { decision { code } } } } limitProposals { nodes { status } } }',
    )
    expect(meetings.nodes[0]?.countries.map(({ code }) => code).sort()).toEqual(['MM', 'TH'])
    expect(meetings.nodes[0]?.items.length).toBeGreaterThanOrEqual(3)
    expect(limitProposals.nodes.map(({ status }) => status).sort()).toEqual(['CONFIRMED', 'PROPOSED'])
  })

  test('has met in 2025: senior officials of all six, and the taskforce of each', async () => {
    type Meetings = { meetings: { nodes: { heldOn: string; countries: { code: string }[] }[] } }
    const held = async (account: string, series: string) => {
      const query = `{ meetings(series: ${series}) { nodes { heldOn countries { code } } } }`
      return (await world.ask<Meetings>(account, query)).meetings.nodes
    }
    const [som, taskforces] = [await held('la-privacy', 'SOM'), await held('secretariat', 'TASKFORCE')]
    expect(som.map(({ countries }) => countries.length)).toEqual([6])
    const met = taskforces.map(({ countries }) => countries.map(({ code }) => code).join())
    expect(met.toSorted()).toEqual(COUNTRIES.map((one) => one.toUpperCase()).toSorted())
    expect([...som, ...taskforces].every(({ heldOn }) => heldOn.startsWith('2025-'))).toBe(true)
  })

  test('has an office that stands in for another today, and sees its work', async () => {
    const query = '{ myWork(first: 100) { nodes { attendance } } }'
    type Work = { myWork: { nodes: { attendance: string }[] } }
    const { myWork } = await world.ask<Work>('kh-post-vn', query)
    expect(myWork.nodes.map(({ attendance }) => attendance)).toContain('DELEGATED')
  })
})
