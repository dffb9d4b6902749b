import type { CaseView, StepView } from '../domain/disclosure/case-view.ts'
import { DAY, HOUR, type Instant, plus } from '../domain/kernel/instant.ts'
import type { ActionName } from '../domain/procedures/action-names.ts'
import { Desk } from './desk.ts'
import { entries } from './entries.ts'
import { atWork, readyAt } from './pace.ts'
import type { Plan } from './plan.ts'
import type { Scene, Worker } from './scene.ts'
import { ask } from './scripts.ts'
import { type Turn, turn } from './turn.ts'

/** How many hours before the agreed time an act is done. */
const BEFORE_MEETING: Partial<Record<ActionName, number>> = {
  recordDepartureCheck: 20,
  recordHandover: 0,
  reportNoShow: 0,
}

/** Carries one fictitious case along, act by act: step by step first, then by the script of its way. */
export class CaseWorker implements Worker {
  readonly begins: Instant
  readonly needsOthers: boolean
  readonly #scene: Scene
  readonly #plan: Plan
  readonly #desk: Desk
  #isOpen = false
  #isThere = false
  #asks: boolean
  #turns: readonly Turn[]
  #nextTurn: Instant
  constructor(scene: Scene, plan: Plan) {
    this.begins = atWork(plan.begins)
    this.needsOthers = plan.alongside.length > 0 || plan.earlier !== null
    this.#scene = scene
    this.#plan = plan
    this.#desk = new Desk(scene, plan)
    this.#asks = plan.asked
    this.#turns = plan.way.turns ?? []
    this.#nextTurn = this.begins
  }

  /** Does what is next; answers when to come again, or null when the case is where it shall stay. */
  async work(): Promise<Instant | null> {
    const { until, goesOnTo } = this.#plan.way
    if (!this.#isOpen) {
      await this.#desk.open()
      this.#isOpen = true
      return this.#soon()
    }
    const view = await this.#desk.look()
    if (!view) throw new Error('a case of the demo cannot be seen by its own focal agency')
    if (!this.#isThere && view.stage === until) {
      this.#isThere = true
      this.#waitForTurn()
    }
    if (!this.#isThere) return this.#goOn(view)
    const [next] = this.#turns
    if (next) return this.#play(view, next)
    return goesOnTo && view.stage !== goesOnTo ? this.#goOn(view) : null
  }

  /** The next turn of the script, once its time has come; what is refused is tried again the next day. */
  async #play(view: CaseView, next: Turn): Promise<Instant> {
    const ready = this.#notBefore(view, next.action, this.#nextTurn)
    if (ready > this.#now) return ready
    if (!(await this.#desk.enter(view, next))) return this.#tomorrow()
    this.#turns = this.#turns.slice(1)
    this.#waitForTurn()
    return this.#soon()
  }

  /** One open step whose time has come; otherwise when the first of them will be. */
  async #goOn(view: CaseView): Promise<Instant> {
    if (this.#asks && view.stage === 'IN_PROGRESS') {
      this.#asks = false
      if (await this.#desk.enter(view, ask('incomplete', 2 + (this.#plan.number % 3)))) return this.#soon()
    }
    const waits: Instant[] = []
    for (const { step, side, openedAt } of view.steps.filter((one) => this.#isUsual(one))) {
      const { key, action, owedBy } = step
      const ready = readyAt(this.#plan.number, key, action, openedAt ?? this.#now)
      const when = this.#notBefore(view, action, ready)
      if (when > this.#now) waits.push(when)
      else if (await this.#desk.enter(view, turn(side, owedBy.roles[0] ?? 'focal', action))) return this.#soon()
    }
    return waits.sort()[0] ?? this.#tomorrow()
  }

  #isUsual({ step, status }: StepView): boolean {
    return status === 'open' && step.action in entries && !this.#plan.way.leaves?.includes(step.action)
  }

  /** A check comes on the day before, a handover or a no-show at the agreed time. */
  #notBefore({ handover }: CaseView, action: ActionName, ready: Instant): Instant {
    const hours = BEFORE_MEETING[action]
    if (!handover || hours === undefined) return ready
    const meets = atWork(plus(handover.at, -hours * HOUR))
    return meets > ready ? meets : ready
  }

  #waitForTurn(): void {
    const days = this.#turns[0]?.days ?? 0
    this.#nextTurn = days === 0 ? this.#now : atWork(plus(this.#now, days * DAY))
  }
  #soon = (): Instant => atWork(plus(this.#now, HOUR))
  #tomorrow = (): Instant => atWork(plus(this.#now, DAY))
  get #now(): Instant {
    return this.#scene.clock.now()
  }
}
