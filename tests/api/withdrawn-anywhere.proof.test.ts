import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { issueReference } from '../../server/domain/cases/reference.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import { Api } from '../support/api.ts'
import { engineKinds } from '../support/engines.ts'
import { type Refused, tryEveryAct } from '../support/every-mutation.ts'
import type { Target } from '../support/good-value.ts'
import { sampled, seed } from '../support/sample.ts'
import { draftOf, type Officer, receivers, requesters, stepByStep, walkTo } from '../support/step-by-step.ts'
import { stored } from '../support/stored.ts'
import { type Held, toldAbout, toldInLists } from '../support/told.ts'
import { never, WayOverHttp } from '../support/way-over-http.ts'

const names = ['draft', ...stepByStep.map(([name]) => name)]
const sent = names.indexOf('sent')
const [beforeSending, afterSending] = [names.slice(0, sent), names.slice(sent)]
const withdrawn = { withdrawnOn: '2026-03-02' }
/** What says that the time for an act, or the right to it, is over; none of them is about how something was typed. */
const OVER: ReadonlySet<string> = new Set([
  'NOT_FOUND',
  'NOT_YOUR_SIDE',
  'NOT_YOUR_ROLE',
  'NOT_YOUR_OFFICE',
  'NOT_POSSIBLE_NOW',
  'STEP_NOT_OPEN',
  'CASE_CLOSED',
])
/** Of a list whose only case has stopped nothing is left to move. */
const EMPTY_LIST = 'CASES_MISSING'
const BY_REFERENCE = 'query ($reference: String!) { case(reference: $reference) { id } }'
const STAGE = 'query ($id: ID!) { case(id: $id) { stage stopped reference } }'

describe.each(engineKinds)(`consent withdrawn at any step (SEED=${seed}), on %s`, (kind) => {
  let api: Api
  let way: WayOverHttp
  beforeEach(async () => {
    api = await Api.open(kind)
    way = new WayOverHttp(api)
  })
  afterEach(() => api.close())

  const look = async ([country, role]: Officer, id: string) =>
    (await api.ask(await way.key(country, role), STAGE, { id })).data.case
  const withdraw = async ({ caseId }: Held, noNotice: boolean) =>
    way.must(await way.key('TH', 'liaison'), 'withdrawConsent', { caseId, ...withdrawn, noNotice })

  /** Every officer of these tries every act; all are refused but what each `may`, and nothing is stored. */
  const allRefused = async (
    officers: readonly Officer[],
    held: Held,
    may: Readonly<Record<string, readonly ActionName[]>>,
  ) => {
    const before = await stored(api.engine)
    for (const [country, role, office] of officers) {
      const key = await way.key(country, role, office)
      const target: Target = { ...held, other: country === 'TH' ? 'LA' : 'TH' }
      for (const { name, answer } of await tryEveryAct(api, key, target, may[`${country} ${role}`])) {
        expect(answer, `${country} ${role} ${name}`).toMatchObject({ noun: null, receipt: null })
        expect(answer.problems.length, `${country} ${role} ${name}`).toBeGreaterThan(0)
        for (const { code } of answer.problems) {
          const isOver = OVER.has(code) || (name === 'rescheduleHandover' && code === EMPTY_LIST)
          expect(isOver, `${country} ${role} ${name}: ${code}`).toBe(true)
        }
      }
    }
    expect(await stored(api.engine)).toEqual(before)
  }
  const both = [...requesters, ...receivers]

  /** What the other side is told and what it can do, word for word. */
  const seenOf = async (one: Api, caseId: string, reference: string) => {
    const other = new WayOverHttp(one)
    const seen: Record<string, unknown> = {}
    for (const [country, role, office] of [...receivers, ['LA', 'taskforce'], ['LA', 'privacy']] as Officer[]) {
      const key = await other.key(country, role, office)
      const byReference = (await one.ask(key, BY_REFERENCE, { reference })).text
      const tried: readonly Refused[] = await tryEveryAct(one, key, { caseId, other: 'TH' })
      const told = [await toldAbout(one, key, { caseId }, ['en', 'lo']), await toldInLists(one, key, ['lo'])]
      seen[`${role}`] = [told, byReference, tried]
    }
    return seen
  }

  test.each(sampled(beforeSending, 3, kind))(
    'before it is sent (%s) nothing reaches the other side, and the agency closes alone',
    {
      timeout: 600_000,
    },
    async (when) => {
      const held: Held = { caseId: await draftOf(way) }
      await walkTo(way, when, [held])
      const focal = await way.key('TH', 'focal')
      const { reference } = await look(['TH', 'focal'], held.caseId)
      const empty = await Api.open(kind)
      const sameAsNever = async () => {
        empty.clock.set(api.clock.now())
        const nothing = await seenOf(empty, never.case, issueReference('TH', 'LA', 2026, [1, 2, 3, 4, 5]))
        expect(await seenOf(api, held.caseId, reference)).toEqual(nothing)
      }
      try {
        await withdraw(held, false)
        expect(await look(['TH', 'focal'], held.caseId)).toMatchObject({ stage: 'STOPPED', stopped: 'WITHDRAWN' })
        await sameAsNever()
        await allRefused(requesters, held, { 'TH focal': ['closeCase'] })
        await way.must(focal, 'closeCase', { caseId: held.caseId })
        expect(await look(['TH', 'focal'], held.caseId)).toMatchObject({ stage: 'CLOSED' })
        await sameAsNever()
        await allRefused(requesters, held, {})
      } finally {
        await empty.close()
      }
    },
  )

  const withAndWithoutNotice = afterSending.flatMap((when) =>
    [false, true].map((noNotice) => [when, noNotice] as const),
  )
  test.each(sampled(withAndWithoutNotice, 10, kind))(
    'after it was sent (%s, no notice: %s) nothing is left but to acknowledge and to close',
    {
      timeout: 600_000,
    },
    async (when, noNotice) => {
      const held: Held = { caseId: await draftOf(way) }
      await walkTo(way, when, [held])
      await withdraw(held, noNotice)
      const stopped = noNotice ? 'NOT_PROCEEDING' : 'WITHDRAWN'
      for (const country of ['TH', 'LA'] as const)
        expect(await look([country, 'focal'], held.caseId)).toMatchObject({ stage: 'STOPPED', stopped })
      const { caseId } = held
      const focal = await way.key('LA', 'focal')
      const left: ActionName[] = noNotice ? ['proposeClosure'] : ['acknowledgeWithdrawal', 'proposeClosure']
      await allRefused(both, held, { 'LA focal': left })
      const focals = both.filter(([, role]) => role === 'focal')
      for (const act of left) {
        const reason = noNotice ? 'not-proceeding' : 'withdrawn'
        await way.must(focal, act, act === 'proposeClosure' ? { caseId, reason } : { caseId })
        const still = left.slice(left.indexOf(act) + 1)
        const all = still.length === 0
        await allRefused(all ? both : focals, held, { 'LA focal': still, 'TH focal': all ? ['closeCase'] : [] })
      }
      await way.must(await way.key('TH', 'focal'), 'closeCase', { caseId })
      for (const country of ['TH', 'LA'] as const)
        expect(await look([country, 'focal'], caseId)).toMatchObject({ stage: 'CLOSED', stopped })
      await allRefused(focals, held, {})
    },
  )
})
