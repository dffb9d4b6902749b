import type { Actor } from '../../server/domain/cases/actor.ts'
import type { CaseFile } from '../../server/domain/cases/case-file.ts'
import { permit } from '../../server/domain/cases/permit.ts'
import type { Role } from '../../server/domain/cases/roles.ts'
import { type Stage, stageOf, stages } from '../../server/domain/cases/stage.ts'
import type { Corridor, CountryCode } from '../../server/domain/kernel/country.ts'
import type { CaseId, HandoverId } from '../../server/domain/kernel/ids.ts'
import { DAY, HOUR, plus } from '../../server/domain/kernel/instant.ts'
import { type ProblemCode, problemCodes } from '../../server/domain/kernel/problem-codes.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import { openSteps } from '../../server/domain/procedures/steps.ts'
import type { World } from '../../server/domain/world.ts'
import { Desk, type Input } from './desk.ts'
import { officer } from './officers.ts'
import { owedAct } from './owed.ts'
import { homewardInput } from './what-to-enter.ts'

/** A: where the person is. B: the country of return. C: a third one. */
export type Letter = 'A' | 'B' | 'C'
/** `B focal acceptReturn`; of several cases `#2`, of several lists `list 1`; none said: the last of each. */
type Act = `${Letter} ${Role} ${ActionName}${'' | ' #1' | ' #2' | ' #3' | ' list 1'}`
/** Whatever is owed until every case has come to a stage, or an act is owed in the last one; `home`: until all are closed. */
type Stretch = `until ${Stage | ActionName}` | 'home'
type Happening = 'three months pass' | 'the eve of the meeting' | 'the meeting passes' | 'a newer version is agreed'
/**
 * What is done, what is entered beside the usual, and the stage it leads to or the problem that stands in the way (for
 * whatever reason: `refused`); or a stretch, with what is entered on the way by the name of the act.
 */
export type Line =
  | readonly [what: Act, input?: Input, expected?: Stage | ProblemCode | 'refused']
  | readonly [what: Stretch, entered?: Partial<Record<ActionName, Input>>]
  | readonly [what: Happening]

/** Plays the acts of one branch between countries, and tells what came of it. */
export class PlayedBranch {
  readonly desk: Desk
  readonly countries: Readonly<Record<Letter, CountryCode>>
  readonly #newer: World
  readonly #cases: CaseId[] = []
  readonly #lists: HandoverId[] = []

  constructor(world: World, newer: World, countries: Readonly<Record<Letter, CountryCode>>) {
    this.desk = new Desk(world)
    this.#newer = newer
    this.countries = countries
  }

  get files(): readonly CaseFile[] {
    return this.#cases.map((id) => this.desk.file(id))
  }

  /** What went otherwise than the line says; null where nothing did. */
  play([what, input = {}, expected]: Line): string | null {
    if (what === 'home') return this.#until('CLOSED', input as Entered)
    if (what.startsWith('until ')) return this.#until(what.slice('until '.length), input as Entered)
    if (HAPPENINGS.includes(what as Happening)) return this.#happens(what as Happening)
    return this.#act(what, input, expected)
  }

  #happens(what: Happening): null {
    const { desk } = this
    const meeting = this.files.at(-1)?.state.handover?.at ?? desk.now
    if (what === 'a newer version is agreed') desk.world = this.#newer
    if (what === 'three months pass') desk.now = plus(desk.now, 92 * DAY)
    if (what === 'the eve of the meeting') desk.now = plus(meeting, -12 * HOUR)
    if (what === 'the meeting passes') desk.now = plus(meeting, HOUR)
    return null
  }

  #act(what: string, entered: Input, expected: string | undefined): string | null {
    const [letter, role, name, ...on] = what.split(' ') as [Letter, Role, ActionName, ...string[]]
    const number = Number(on.at(-1)?.replace('#', '') ?? 0)
    const opens = OPENING.has(name)
    const file = opens ? null : (this.files.at(on[0] === 'list' || number === 0 ? -1 : number - 1) ?? null)
    const by = officer(this.desk.world, file ?? this.#corridor(), this.countries[letter], role, 1, file)
    const usual = homewardInput(this.desk, this.#errand(name, by, file))
    const list = on[0] === 'list' ? this.#lists[number - 1] : undefined
    const problems = this.desk.act(name, by, { ...usual, ...this.#named(entered) }, { case: file?.id, list })
    this.#remember()
    const met = problems.map(({ code }) => code)
    if (expected === 'refused') return met.length > 0 ? null : `${what}: done, not refused`
    const stage = stageOf(this.desk.file(file?.id ?? this.#cases.at(-1)).state)
    const wanted = (problemCodes as readonly string[]).includes(expected ?? '') ? [expected] : []
    if (met.join() !== wanted.join()) return `${what}: ${JSON.stringify(problems)}, not ${wanted.join() || 'done'}`
    return wanted.length > 0 || !expected || stage === expected ? null : `${what}: ${stage}, not ${expected}`
  }

  /** `#2` in an input stands for the second case. */
  #named(input: Input): Input {
    const one = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(one)
      if (value !== null && typeof value === 'object') return this.#named(value as Input)
      if (typeof value !== 'string' || !value.startsWith('#')) return this.countries[value as Letter] ?? value
      return this.#cases[Number(value.slice(1)) - 1]
    }
    return Object.fromEntries(Object.entries(input).map(([key, value]) => [key, one(value)]))
  }

  /** Everybody does what is owed, homeward, until nothing is left to do; time passes only when nobody can do anything. */
  #until(goal: string, entered: Entered): string | null {
    for (let acts = 0; acts < 500; acts += 1) {
      if (this.#reached(goal)) return null
      const isStage = (stages as readonly string[]).includes(goal)
      const done = this.files.some((file) => !(isStage && this.#isAt(file, goal)) && this.#owed(file, entered))
      if (!done && !this.#wait()) break
    }
    const steps = this.files.map(({ procedure, state }) => openSteps(procedure, state).map(({ key }) => key))
    return `until ${goal}: nothing leads on. Open: ${JSON.stringify(steps)}`
  }

  #reached(goal: string): boolean {
    const last = this.files.at(-1)
    if ((stages as readonly string[]).includes(goal)) return this.files.every((file) => this.#isAt(file, goal))
    return last !== undefined && openSteps(last.procedure, last.state).some(({ action }) => action === goal)
  }

  /** At this stage or beyond; a case that stopped is beyond all but the closure. */
  #isAt({ state }: CaseFile, goal: string): boolean {
    const stage = stageOf(state)
    if (stage === 'STOPPED' || stage === 'CLOSED') return goal !== 'CLOSED' || stage === 'CLOSED'
    return stages.indexOf(stage) >= stages.indexOf(goal as Stage) && goal !== 'CLOSED'
  }

  #owed(file: CaseFile, entered: Entered): boolean {
    // A list is proposed once everybody who may be on it is accepted.
    const mayPropose = this.files.every((one) => this.#isAt(one, 'ACCEPTED'))
    const done = owedAct(this.desk, file, (name, by) => this.#errand(name, by, file), { mayPropose, entered })
    this.#remember()
    return typeof done === 'string'
  }

  /** To the eve of the handover, then to its hour. */
  #wait(): boolean {
    const meetings = this.files.flatMap(({ state }) => (state.stopped || !state.handover ? [] : [state.handover.at]))
    const next = meetings
      .flatMap((at) => [plus(at, -12 * HOUR), at])
      .filter((at) => at > this.desk.now)
      .sort()[0]
    if (next) this.desk.now = next
    return next !== undefined
  }

  #errand(name: ActionName, by: Actor, file: CaseFile | null) {
    const corridor = file ?? this.#corridor()
    const list = file?.state.handover && this.desk.lists.get(file.state.handover.id)
    const listed = this.files.filter(({ id }) => list?.caseIds.includes(id))
    const group = name === 'proposeHandover' ? this.#mayPropose(by, file) : listed
    return { name, by, file, corridor, group }
  }

  /** All who may be put on a list now; the case itself, where nobody may. */
  #mayPropose(by: Actor, file: CaseFile | null): readonly CaseFile[] {
    const { world, now } = this.desk
    const ready = this.files.filter((one) => permit(world, one, 'proposeHandover', by, now).allowed)
    return ready.length > 0 || !file ? ready : [file]
  }

  #corridor(): Corridor {
    return { requestingCountry: this.countries.A, countryOfReturn: this.countries.B }
  }

  #remember(): void {
    const { files, lists } = this.desk
    this.#cases.push(...[...files.keys()].filter((id) => !this.#cases.includes(id)))
    this.#lists.push(...[...lists.keys()].filter((id) => !this.#lists.includes(id)))
  }
}

type Entered = Partial<Record<ActionName, Input>>
const HAPPENINGS: readonly Happening[] = [
  'three months pass',
  'the eve of the meeting',
  'the meeting passes',
  'a newer version is agreed',
]
const OPENING: ReadonlySet<ActionName> = new Set(['draftRequest', 'openFastTrack', 'recordReceptionWithoutRequest'])
