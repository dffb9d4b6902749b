import type { StandingClock } from '../clock.ts'
import type { CaseView, StepView } from '../domain/disclosure/case-view.ts'
import type { CaseId } from '../domain/kernel/ids.ts'
import { HOUR, type Instant, instantOf, msOf, plus } from '../domain/kernel/instant.ts'
import { isOnList } from '../domain/nouns.ts'
import type { ActionName } from '../domain/procedures/action-names.ts'
import { execute } from '../services/execute.ts'
import { seeCases } from '../services/read.ts'
import type { Service } from '../services/service.ts'
import type { Account } from '../services/sign-in.ts'
import { mainCrossing } from './accounts.ts'
import { entryFor } from './entries.ts'
import type { Officers } from './officers.ts'
import type { Plan } from './plan.ts'

const QUESTIONS = ['nationality-document-held', 'language-spoken-best', 'earliest-travel-day', 'needs-on-the-way']

/** Carries one fictitious case along, act by act, through the services, until it has come as far as planned. */
export class CaseWorker {
  readonly #service: Service
  readonly #officers: Officers
  readonly #plan: Plan
  readonly #clock: StandingClock
  #id: CaseId | null = null
  #keys = 0
  #asked = false
  constructor(service: Service, clock: StandingClock, officers: Officers, plan: Plan) {
    this.#service = service
    this.#clock = clock
    this.#officers = officers
    this.#plan = plan
  }

  /** Does what is next; answers when to come again, or null when the case is where it shall be. */
  async work(): Promise<Instant | null> {
    const { requestingCountry, countryOfReturn, profile, goal } = this.#plan
    if (this.#id === null) {
      const liaison = this.#officers.of(requestingCountry, 'liaison', countryOfReturn)
      this.#id = (await this.#must('draftRequest', liaison, null, { countryOfReturn, ...profile })) as CaseId
      return goal === 'DRAFT' ? null : this.#soon()
    }
    const view = await this.#look(this.#id)
    if (view.stage === goal) return this.#stay(view)
    if (view.stage === 'IN_PROGRESS') {
      const special = await this.#special(view)
      if (special) return this.#soon()
    }
    for (const step of view.steps.filter(({ status }) => status === 'open')) {
      const next = await this.#do(view, step)
      if (next) return next
    }
    return this.#soon()
  }

  /** Where it shall stay; some wait on hold. */
  async #stay(view: CaseView): Promise<null> {
    const { held, requestingCountry, countryOfReturn } = this.#plan
    const focal = this.#officers.of(requestingCountry, 'focal', countryOfReturn)
    if (held && !view.hold) await this.#must('placeOnHold', focal, view.id, { reason: 'legal' })
    return null
  }

  async #look(id: CaseId): Promise<CaseView> {
    const focal = this.#officers.of(this.#plan.requestingCountry, 'focal', this.#plan.countryOfReturn)
    const [view] = await seeCases(this.#service, focal, [id])
    if (!view) throw new Error('a case of the demo cannot be seen by its own focal agency')
    return view
  }

  /** What this plan has that others have not: questions, a refusal. */
  async #special(view: CaseView): Promise<boolean> {
    const { countryOfReturn, requestingCountry, asked, ending } = this.#plan
    const focal = this.#officers.of(countryOfReturn, 'focal', requestingCountry)
    if (asked && !this.#asked) {
      this.#asked = true
      const questions = QUESTIONS.slice(0, 2 + this.#plan.chance.below(3))
      await this.#must('returnForInformation', focal, view.id, { reason: 'incomplete', questions })
      return true
    }
    if (ending === 'withdrawn') {
      const own = this.#officers.of(requestingCountry, 'focal', countryOfReturn)
      await this.#must('withdrawRequest', own, view.id, { reason: 'person-left' })
      return true
    }
    if (ending !== 'refused') return false
    await this.#must('refuseReturn', focal, view.id, { reason: 'no-record' })
    return true
  }

  /** One open step; null when it cannot be done now. */
  async #do(view: CaseView, step: StepView): Promise<Instant | null> {
    const { world } = this.#service
    const other = step.side === 'requesting' ? this.#plan.countryOfReturn : this.#plan.requestingCountry
    const officer = this.#officers.of(step.country, step.step.owedBy.roles[0] ?? 'focal', other)
    if (step.step.action === 'proposeHandover') return (await this.#propose(view, officer)) ? this.#soon() : null
    const meeting = view.handover?.at
    if (step.step.action === 'recordDepartureCheck' && meeting && msOf(this.#clock.now()) < msOf(meeting) - 20 * HOUR)
      return plus(meeting, -20 * HOUR)
    if (step.step.action === 'recordHandover' && meeting && this.#clock.now() < meeting) return meeting
    const entry = entryFor(world, this.#plan, view, step, this.#clock.now())
    if (!entry) return null
    const target = isOnList(step.step.action) ? (view.handover?.id ?? null) : view.id
    const answer = await this.#act(step.step.action, officer, target, entry)
    return answer.noun ? this.#soon() : null
  }

  /** Proposes the first morning that both countries work and the notice allows. */
  async #propose(view: CaseView, liaison: Account): Promise<boolean> {
    const crossing = mainCrossing(this.#service.world, this.#plan.requestingCountry, this.#plan.countryOfReturn)?.id
    const firstMorning = Math.ceil(msOf(this.#clock.now()) / DAY_MS) * DAY_MS + 3 * HOUR
    for (let days = 1; days < 60; days += 1) {
      const at = instantOf(firstMorning + days * DAY_MS)
      const list = { caseIds: [view.id], crossing, at, escort: 'welfare-officer', transport: 'ordinary', needs: [] }
      const { noun, problems } = await this.#act('proposeHandover', liaison, null, list)
      if (noun) return true
      if (problems.some(({ code }) => !LATER.has(code))) return false
    }
    return false
  }

  /** After some hours, as offices work. */
  #soon(): Instant {
    return plus(this.#clock.now(), (3 + this.#plan.chance.below(18)) * HOUR)
  }

  async #must(...act: [ActionName, Account, string | null, Readonly<Record<string, unknown>>]): Promise<string> {
    const { noun, problems } = await this.#act(...act)
    if (!noun) throw new Error(`${act[0]} in a case of the demo: ${problems.map(({ code }) => code).join(', ')}`)
    return noun.id
  }

  #act(name: ActionName, by: Account, target: string | null, input: Readonly<Record<string, unknown>>) {
    this.#keys += 1
    const key = `demo-${this.#plan.number}-${this.#keys}`.padEnd(16, '-')
    return execute(this.#service, name, { target, input, key, expectedVersion: null }, by)
  }
}

const DAY_MS = 24 * HOUR
const LATER = new Set(['HANDOVER_ON_HOLIDAY', 'HANDOVER_NOTICE_TOO_SHORT', 'HANDOVER_IN_PAST'])
