import { Seeded } from '../../server/demo/seeded.ts'
import { type AnyAction, actions } from '../../server/domain/actions.ts'
import type { Change, Setting } from '../../server/domain/cases/act.ts'
import type { Actor } from '../../server/domain/cases/actor.ts'
import type { CaseFile } from '../../server/domain/cases/case-file.ts'
import { permit } from '../../server/domain/cases/permit.ts'
import { caseRoles, type Role } from '../../server/domain/cases/roles.ts'
import { stageOf } from '../../server/domain/cases/stage.ts'
import { countsOf, without } from '../../server/domain/handovers/counts.ts'
import type { Handover } from '../../server/domain/handovers/handover.ts'
import { type CountryCode, countryOf, otherSide, type Side, sideOf } from '../../server/domain/kernel/country.ts'
import type { AccountId, CaseId, JournalId, OfficeId, PersonId } from '../../server/domain/kernel/ids.ts'
import { addDays, HOUR, type Instant, instantOf, localDay, msOf, plus } from '../../server/domain/kernel/instant.ts'
import { isRefusal } from '../../server/domain/kernel/problem.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import { calendarOf, type World } from '../../server/domain/world.ts'

type Input = Readonly<Record<string, unknown>>

/** Officers of both countries who do whatever they may, one act after the other, with no database and no machine clock. */
export class RandomWalk {
  readonly #world: World
  readonly #chance: Seeded
  readonly #officers: readonly Actor[]
  readonly trace: string[] = []
  file: CaseFile
  #handover: Handover | null = null
  #now = '2026-03-02T02:00:00.000Z' as Instant
  #ids = 0

  constructor(world: World, from: CountryCode, to: CountryCode, seed: number) {
    this.#world = world
    this.#chance = new Seeded(seed)
    this.#officers = [from, to].flatMap((country) =>
      [...caseRoles].flatMap((role) =>
        [1, 2].map((who) => this.#officer(country, role, who, from === country ? to : from)),
      ),
    )
    const ageBand = this.#chance.below(2) === 0 ? 'age-12-14' : 'age-25-34'
    const liaison = this.#officers.find(({ country, role }) => country === from && role === 'liaison') as Actor
    const draft = { countryOfReturn: to, ageBand, sex: 'female', exploitation: ['forced-labour'] }
    const made = actions.draftRequest.decide(draft as never, this.#setting(liaison))
    if (isRefusal(made)) throw new Error(JSON.stringify(made.problems))
    this.file = made.cases[0]?.after as CaseFile
  }

  get isClosed(): boolean {
    return stageOf(this.file.state) === 'CLOSED'
  }

  /** Does one act that is allowed now; `homeward` answers what leads on, without detours. False: nobody may do anything now. */
  step(homeward: boolean): boolean {
    const mayDo = Object.values<AnyAction>(actions)
      .filter(({ name }) => name !== 'draftRequest' && (!homeward || this.#leadsOn(name)))
      .flatMap(({ name }) => this.#officers.map((by) => ({ name, by })))
      .filter(({ name, by }) => permit(this.#world, this.file, name, by, this.#now).allowed)
    while (mayDo.length > 0) {
      const [one] = mayDo.splice(this.#chance.below(mayDo.length), 1)
      if (one && this.#try(one.name, one.by, homeward)) return true
    }
    return false
  }

  /** Asking again for a consent that was given leads nowhere. */
  #leadsOn(name: ActionName): boolean {
    const { consent } = this.file.state
    if (name === 'recordConsent') return consent?.share !== 'given' || consent.return !== 'given'
    return !DETOURS.has(name)
  }

  /** Half a day: short enough to meet the window of a check. */
  wait(): void {
    this.#now = plus(this.#now, 12 * HOUR)
  }

  #try(name: ActionName, by: Actor, homeward: boolean): boolean {
    const input = this.#input(name, by, homeward)
    const action = actions[name] as unknown as { target: string; decide: (...given: unknown[]) => Change }
    const list = { handover: this.#handover, files: [this.file] }
    if (action.target === 'handover' && !this.#handover) return false
    const on = { case: this.file, cases: [this.file], handover: list }[action.target as 'case']
    const decided = action.decide(on, input, this.#setting(by))
    if (isRefusal(decided)) return false
    this.trace.push(`${name} by ${by.country} ${by.role}`)
    this.file = decided.cases[0]?.after ?? this.file
    if (decided.handover) this.#handover = decided.handover.after
    this.#now = plus(this.#now, HOUR)
    return true
  }

  #setting(by: Actor): Setting {
    const at = { now: this.#now, newId: () => this.#id(), randomId: () => this.#id(), draw: () => [1, 2, 3, 4, 5] }
    return { world: this.#world, by, at, journal: this.#id() as JournalId, named: new Map() }
  }
  #id(): string {
    this.#ids += 1
    return `id-${this.#ids}`
  }

  #officer(country: CountryCode, role: Role, who: number, other: CountryCode): Actor {
    const crossing = [...this.#world.crossings.values()].find(
      ({ pair }) => pair.includes(country) && pair.includes(other),
    )
    const office = role === 'post' ? crossing?.posts[country] : this.#world.competent.get(country)?.get(role)
    const name = `${country}-${role}-${who}`
    return {
      account: name as AccountId,
      name,
      person: name as PersonId,
      office: office as OfficeId,
      country,
      role,
      standsInFor: [],
    }
  }

  /** Something that may be entered: what leads home, or anything. */
  #input(name: ActionName, by: Actor, homeward: boolean): Input {
    const any = (good: string, ...others: string[]) => (homeward ? good : this.#chance.one([good, good, ...others]))
    const day = localDay(this.#now, calendarOf(this.#world, by.country as CountryCode).offsetMinutes)
    const { state, id, requestingCountry, countryOfReturn } = this.file
    const crossing = [...this.#world.crossings.values()].find(
      ({ pair, handover }) => pair.includes(requestingCountry) && pair.includes(countryOfReturn) && handover.permitted,
    )
    const soon = addDays(localDay(this.#now, 0), 18 + this.#chance.below(20))
    const meeting = { crossing: crossing?.id, at: instantOf(msOf(`${soon}T03:00:00.000Z` as Instant)) }
    const travelling = state.stopped ? [] : [this.file]
    const missing = name === 'confirmReception' && any('', 'somebody') !== '' ? [id] : []
    const reasons = state.stopped ? 'not-proceeding' : 'returned-and-settled'
    const own = sideOf(this.file, by.country) as Side
    const inputs: Partial<Record<ActionName, Input>> = {
      updateDraft: { ...state.profile },
      recordConsent: {
        share: any('given', 'refused', 'not-yet'),
        return: any('given', 'refused', 'not-yet'),
        traceFamily: 'given',
        followUp: 'given',
        statistics: 'given',
        guardian: 'given',
        childView: 'wishes-to-return',
        givenOn: day,
      },
      reviewRequest: { decision: any('APPROVE', 'RETURN'), noIdentifyingDetail: true },
      returnForInformation: { reason: 'incomplete', questions: ['safe-to-inform-family'] },
      answerQuestions: { answers: (state.round?.questions ?? []).map((question) => ({ question, yes: true })) },
      recordVerification: {
        result: any('national', 'not-confirmed', 'inconclusive'),
        reason: 'no-record',
        decidedOn: day,
      },
      recordFamilyTracing: { result: any('traced', 'not-traced', 'no-contact-wished'), concludedOn: day },
      recordRiskAssessment: { risk: any('none', 'manageable', 'high'), refoulementConcern: false, assessedOn: day },
      recordBestInterests: { outcome: any('return-to-family', 'defer', 'not-return'), decidedOn: day },
      acceptReturn: { travelDocumentIssued: true },
      refuseReturn: { reason: 'no-record' },
      placeOnHold: { reason: 'medical' },
      reviewHold: { goesOn: any('', 'yes') === 'yes' },
      withdrawConsent: { withdrawnOn: day, noNotice: any('', 'silent') !== '' },
      withdrawRequest: { reason: 'duplicate' },
      proposeHandover: { ...meeting, caseIds: [id], needs: [] },
      rescheduleHandover: { ...meeting, without: any('', 'off') === '' ? null : [id] },
      reportNoShow: { what: 'person-absent' },
      recordDepartureCheck: {
        caseId: id,
        consentReconfirmed: true,
        fitToTravel: any('yes', 'no') === 'yes',
        safeToTravel: true,
      },
      recordHandover: { handedOverAt: this.#now, counts: countsOf(travelling) },
      confirmReception: {
        receivedAt: this.#now,
        counts: countsOf(without(travelling, missing as CaseId[])),
        notReceived: missing,
      },
      proposeClosure: { reason: reasons },
      assignOffice: {
        role: 'welfare',
        office: this.#world.competent.get(countryOf(this.file, own))?.get('welfare'),
        other: otherSide(own),
      },
    }
    return inputs[name] ?? {}
  }
}

/** What an officer who only wants to get home leaves alone. */
const DETOURS: ReadonlySet<ActionName> = new Set([
  'updateDraft',
  'returnForInformation',
  'refuseReturn',
  'placeOnHold',
  'withdrawConsent',
  'withdrawRequest',
  'rescheduleHandover',
  'reportNoShow',
  'assignOffice',
])
