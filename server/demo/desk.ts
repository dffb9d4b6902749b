import type { Role } from '../domain/cases/roles.ts'
import type { CaseView } from '../domain/disclosure/case-view.ts'
import { type Corridor, countryCodes, countryOf, otherSide, type Side } from '../domain/kernel/country.ts'
import type { CaseId } from '../domain/kernel/ids.ts'
import { addDays, DAY, type Day, type Instant, localDay, plus } from '../domain/kernel/instant.ts'
import { isOnList } from '../domain/nouns.ts'
import type { ActionName } from '../domain/procedures/action-names.ts'
import { calendarOf } from '../domain/world.ts'
import { type Answer, execute } from '../services/execute.ts'
import { seeCases } from '../services/read.ts'
import type { Account } from '../services/sign-in.ts'
import { mainCrossing } from './accounts.ts'
import { beginnings } from './beginnings.ts'
import { entries, type Writing } from './entries.ts'
import type { Plan } from './plan.ts'
import type { Scene } from './scene.ts'
import type { Entered, Turn } from './turn.ts'

/** Acts that name a morning, and what may speak against one but not against a later one. */
const MEET: readonly ActionName[] = ['proposeHandover', 'counterproposeHandover', 'rescheduleHandover']
const LATER = new Set(['HANDOVER_ON_HOLIDAY', 'HANDOVER_NOTICE_TOO_SHORT', 'HANDOVER_IN_PAST', 'POST_CLOSED'])
const MORNINGS = 60

/** Where the officers of one fictitious case read it and enter their acts, through the services like everybody. */
export class Desk {
  readonly #scene: Scene
  readonly #plan: Plan
  #acts = 0
  constructor(scene: Scene, plan: Plan) {
    this.#scene = scene
    this.#plan = plan
  }

  /** Opens the case by the route of its plan. */
  async open(): Promise<void> {
    const { service, clock, cases } = this.#scene
    const { way, number } = this.#plan
    const { side, role, action, enters } = beginnings[way.route ?? 'ordinary']
    const day = this.#today(this.#plan, side)
    const crossing = this.#crossing(this.#plan)
    const input = enters({ world: service.world, plan: this.#plan, day, now: clock.now(), crossing })
    const { noun, problems } = await this.#act(action, this.#officer(this.#plan, side, role), null, input)
    if (!noun) throw new Error(`${action} in the demo: ${problems.map(({ code }) => code).join()}`)
    cases.set(number, noun.id as CaseId)
  }

  /** The case as the focal agency of the country that opened it sees it; null before it is opened. */
  async look(): Promise<CaseView | null> {
    return (await this.#see([this.#plan.number]))[0] ?? null
  }

  /** Enters an act as usual, but for what the way and the script say; whether it was done. */
  async enter(view: CaseView, { side, role, action, enters }: Omit<Turn, 'days'>): Promise<boolean> {
    const by = this.#officer(view, side, role)
    const others = await this.#see(this.#plan.alongside)
    const write = (one: CaseView, morning: Instant): Promise<Answer> => {
      const writing = this.#writing(one, [view, ...others], side, morning)
      const entered = { ...entries[action]?.(writing), ...this.#plan.way.enters?.[action], ...enters(writing) }
      return this.#act(action, by, targetOf(action, one), entered)
    }
    if (MEET.includes(action)) return this.#meet(view, (morning) => write(view, morning))
    const now = this.#scene.clock.now()
    // The check before departure is of each person on the list.
    for (const one of action === 'recordDepartureCheck' ? others : []) await write(one, now)
    return (await write(view, now)).noun !== null
  }

  /** Tries one morning after the other until both countries work, the posts are open and the notice is long enough. */
  async #meet({ handover }: CaseView, write: (morning: Instant) => Promise<Answer>): Promise<boolean> {
    const after = [this.#scene.clock.now(), handover?.at].map((at) => (at ? plus(at, DAY).slice(0, 10) : ''))
    const from = [...after, this.#plan.meetsFrom ?? ''].sort().at(-1) as Day
    for (let days = 0; days < MORNINGS; days += 1) {
      const { noun, problems } = await write(`${addDays(from, days)}T03:00:00.000Z` as Instant)
      if (noun) return true
      if (problems.some(({ code }) => !LATER.has(code))) return false
    }
    return false
  }

  #writing(view: CaseView, list: readonly CaseView[], side: Side, morning: Instant): Writing {
    const { service, clock, cases } = this.#scene
    const { earlier } = this.#plan
    const pair = [view.requestingCountry, view.countryOfReturn]
    return {
      world: service.world,
      plan: this.#plan,
      view,
      list,
      day: this.#today(view, side),
      now: clock.now(),
      morning,
      crossing: this.#crossing(view),
      third: countryCodes.find((country) => !pair.includes(country)),
      earlier: earlier === null ? null : (cases.get(earlier) ?? null),
    }
  }

  async #see(numbers: readonly number[]): Promise<readonly CaseView[]> {
    const { service, cases } = this.#scene
    const focal = this.#officer(this.#plan, beginnings[this.#plan.way.route ?? 'ordinary'].side, 'focal')
    const seen = await seeCases(
      service,
      focal,
      numbers.flatMap((number) => cases.get(number) ?? []),
    )
    return seen.flatMap((one) => one ?? [])
  }

  #act(name: ActionName, by: Account, target: string | null, input: Entered): Promise<Answer> {
    this.#acts += 1
    const key = `demo-${this.#plan.number}-${this.#acts}`.padEnd(16, '-')
    return execute(this.#scene.service, name, { target, input, key, expectedVersion: null }, by)
  }

  #officer(corridor: Corridor, side: Side, role: Role): Account {
    return this.#scene.officers.of(countryOf(corridor, side), role, countryOf(corridor, otherSide(side)))
  }
  #today(corridor: Corridor, side: Side): Day {
    const { service, clock } = this.#scene
    return localDay(clock.now(), calendarOf(service.world, countryOf(corridor, side)).offsetMinutes)
  }
  #crossing({ requestingCountry, countryOfReturn }: Corridor) {
    return mainCrossing(this.#scene.service.world, requestingCountry, countryOfReturn)?.id
  }
}

const targetOf = (action: ActionName, { id, handover }: CaseView): string | null => {
  if (action === 'proposeHandover') return null
  return isOnList(action) ? (handover?.id ?? null) : id
}
