import { Seeded } from '../../server/demo/seeded.ts'
import { actions } from '../../server/domain/actions.ts'
import type { Actor } from '../../server/domain/cases/actor.ts'
import type { CaseFile } from '../../server/domain/cases/case-file.ts'
import { permit } from '../../server/domain/cases/permit.ts'
import { stageOf } from '../../server/domain/cases/stage.ts'
import { type Corridor, type CountryCode, sameCorridor } from '../../server/domain/kernel/country.ts'
import type { CaseId } from '../../server/domain/kernel/ids.ts'
import { DAY, HOUR, plus } from '../../server/domain/kernel/instant.ts'
import { type ActionName, actionNames } from '../../server/domain/procedures/action-names.ts'
import type { World } from '../../server/domain/world.ts'
import { Desk, type Input } from './desk.ts'
import { everyOfficer, officer } from './officers.ts'
import { owedAct } from './owed.ts'
import { remedyFor } from './remedies.ts'
import { Watched } from './watched.ts'
import { anyInput, type Errand, homewardInput } from './what-to-enter.ts'

/** How a case begins, by whom; most begin with a request. */
const STARTS = [
  ['draftRequest', 'liaison'],
  ['draftRequest', 'focal'],
  ['draftRequest', 'liaison'],
  ['openFastTrack', 'post'],
  ['recordReceptionWithoutRequest', 'welfare'],
] as const

/** Seldom possible, so sought where they are. */
const SELDOM: ReadonlySet<ActionName> = new Set([
  'forwardRequest',
  'requestReview',
  'counterproposeHandover',
  'reportNoShow',
  'settleIncident',
])

/** Done now and then only: most cases shall go far before they stop. */
const STOPS: ReadonlySet<ActionName> = new Set([
  'withdrawConsent',
  'withdrawRequest',
  'reportDeathOrIllness',
  'refuseReturn',
  'proposeClosure',
  'closeCase',
])

/**
 * Officers of all countries concerned who do whatever they may, one act after the other, with no database and no machine
 * clock. What was found otherwise than it should be is in `faults`.
 */
export class RandomWalk {
  readonly trace: string[] = []
  /** Acts that were done, by name. */
  readonly done = new Set<ActionName>()
  readonly faults: string[] = []
  readonly #desk: Desk
  readonly #newer: World
  readonly #chance: Seeded
  readonly #watched = new Map<CaseId, Watched>()

  constructor(world: World, newer: World, corridor: Corridor, seed: number) {
    this.#desk = new Desk(world)
    this.#newer = newer
    // Neighbouring seeds would begin alike.
    this.#chance = new Seeded(Math.imul(seed, 0x9e3779b1) >>> 0)
    const [name, role] = this.#chance.one(STARTS)
    // Two of three travel alone.
    const persons = name === 'draftRequest' && this.#chance.below(3) === 0 ? 2 : 1
    for (let person = 0; person < persons; person += 1) this.#begin(name, role, corridor)
  }

  get isOver(): boolean {
    return this.#files.length > 0 && this.#files.every((file) => isClosed(file))
  }

  get #files(): readonly CaseFile[] {
    return [...this.#desk.files.values()]
  }

  /** Somebody does something, wise or not. */
  step(): void {
    const open = this.#files.filter((file) => !isClosed(file))
    if (open.length === 0) return
    const file = this.#chance.one(open)
    if (this.#chance.below(40) === 0) this.#desk.world = this.#newer
    if (this.#chance.below(8) === 0) this.#desk.now = plus(this.#desk.now, this.#chance.below(40) * DAY)
    if (this.#chance.below(2) === 0) this.#lead(file)
    else if (this.#chance.below(6) === 0) this.#trespass(file)
    else this.#anything(file)
  }

  /** Every case is closed by acts that lead on, and by waiting for an agreed hour; null, or where that ends. */
  bringHome(): string | null {
    for (let acts = 0; acts < 400 && !this.isOver; acts += 1) {
      const led = this.#files.some((file) => !isClosed(file) && this.#lead(file))
      if (!led && !this.#wait()) return 'nobody can do anything that leads on'
    }
    return this.isOver ? null : 'it goes round in circles'
  }

  #begin(name: ActionName, role: 'liaison' | 'focal' | 'post' | 'welfare', corridor: Corridor): void {
    const country = name === 'recordReceptionWithoutRequest' ? corridor.countryOfReturn : corridor.requestingCountry
    const by = officer(this.#desk.world, corridor, country, role)
    const errand: Errand = { name, by, file: null, corridor, group: [] }
    const { countryOfReturn, requestingCountry } = homewardInput(this.#desk, errand)
    const between = name === 'recordReceptionWithoutRequest' ? { requestingCountry } : { countryOfReturn }
    if (!this.#do(name, by, { ...anyInput(this.#desk, errand, this.#chance), ...between }))
      this.#do(name, by, homewardInput(this.#desk, errand))
  }

  #anything(file: CaseFile): void {
    const may = this.#watched.get(file.id)?.may ?? new Map<ActionName, readonly Actor[]>()
    const names = [...may.keys()]
    for (let tries = 0; tries < 5 && names.length > 0; tries += 1) {
      const rare = names.filter((one) => SELDOM.has(one))
      const name = this.#chance.one(rare.length > 0 && this.#chance.below(4) === 0 ? rare : names)
      const by = this.#chance.one(may.get(name) ?? [])
      if (STOPS.has(name) && this.#chance.below(8) > 0) continue
      const input = anyInput(this.#desk, this.#errand(name, by, file), this.#chance)
      if (this.#do(name, by, input, file)) return
    }
  }

  /** Somebody tries what is not theirs, or not now: it is refused for the reason that was said before. */
  #trespass(file: CaseFile): void {
    const [name, by] = [this.#chance.one(actionNames), this.#chance.one(this.#officers(file))]
    const said = permit(this.#desk.world, file, name, by, this.#desk.now)
    // An act on a list may still concern another case of it.
    if (said.allowed || actions[name].target !== 'case') return
    if (this.#do(name, by, homewardInput(this.#desk, this.#errand(name, by, file)), file))
      this.faults.push(`${name} by ${by.name} was done, though ${said.problem.code}`)
  }

  #lead(file: CaseFile): boolean {
    const errand = (name: ActionName, by: Actor) => this.#errand(name, by, this.#desk.file(file.id))
    const done = owedAct(this.#desk, file, errand)
    if (typeof done === 'string') return this.#kept(done)
    for (const { name, by, entered } of remedyFor(this.#desk, file, done)) {
      const input = { ...homewardInput(this.#desk, errand(name, by)), ...entered }
      if (this.#do(name, by, input, file)) return true
    }
    return false
  }

  /** To the eve of the next handover, then to its hour. */
  #wait(): boolean {
    const meetings = this.#files.flatMap(({ state }) => (state.stopped || !state.handover ? [] : [state.handover.at]))
    const next = meetings
      .flatMap((at) => [plus(at, -12 * HOUR), at])
      .filter((at) => at > this.#desk.now)
      .sort()[0]
    if (next) this.#desk.now = next
    return next !== undefined
  }

  #do(name: ActionName, by: Actor, input: Input, file?: CaseFile): boolean {
    if (this.#desk.act(name, by, input, { case: file?.id }).length > 0) return false
    return this.#kept(`${name} by ${by.name} ${JSON.stringify(input)}`)
  }

  #kept(what: string): true {
    for (const file of this.#files) {
      for (const { action } of file.acts.slice(-1)) this.done.add(action)
      const watched = this.#watched.get(file.id) ?? new Watched()
      this.#watched.set(file.id, watched)
      this.faults.push(...watched.look(this.#desk, file, this.#officers(file)))
    }
    this.trace.push(`${what} → ${this.#files.map(({ state }) => stageOf(state)).join(' ')}`)
    return true
  }

  #officers(file: CaseFile): readonly Actor[] {
    const countries: CountryCode[] = [file.requestingCountry, file.countryOfReturn]
    return everyOfficer(this.#desk.world, file, countries, file)
  }

  #errand(name: ActionName, by: Actor, file: CaseFile): Errand {
    const { lists, world, now } = this.#desk
    const list = file.state.handover && lists.get(file.state.handover.id)
    const isReady = (one: CaseFile) => sameCorridor(one, file) && permit(world, one, name, by, now).allowed
    const isGrouped = (one: CaseFile) => (name === 'proposeHandover' ? isReady(one) : list?.caseIds.includes(one.id))
    return { name, by, file, corridor: file, group: this.#files.filter(isGrouped) }
  }
}

const isClosed = ({ state }: CaseFile): boolean => stageOf(state) === 'CLOSED'
