import type { Actor } from '../../server/domain/cases/actor.ts'
import type { CaseFile } from '../../server/domain/cases/case-file.ts'
import { type Stage, stageOf } from '../../server/domain/cases/stage.ts'
import { seeCase } from '../../server/domain/disclosure/see-case.ts'
import { countryCodes } from '../../server/domain/kernel/country.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import { CaseModel, modelled } from './case-model.ts'
import type { Desk } from './desk.ts'
import { hear } from './hear.ts'
import { mayDo } from './may-do.ts'
import { everyOfficer } from './officers.ts'

/** The way home in order; a case that stopped is behind all but a closed one. */
const ORDER: readonly Stage[] = [
  'DRAFT',
  'IN_REVIEW',
  'SENT',
  'RETURNED',
  'IN_PROGRESS',
  'ACCEPTED',
  'HANDOVER_AGREED',
  'HANDED_OVER',
  'RECEIVED',
  'FOLLOW_UP',
  'STOPPED',
  'CLOSED',
]

/** Acts that may take a case back. */
const GO_BACK: ReadonlySet<ActionName> = new Set([
  'reviewRequest',
  'returnForInformation',
  'forwardRequest',
  'requestReview',
  'rescheduleHandover',
  'settleIncident',
])

/** What is left after a stop; after a refusal also what may overturn it, or says that it is disputed. */
const AFTER_STOP: readonly ActionName[] = ['acknowledgeWithdrawal', 'proposeClosure', 'closeCase']
const AFTER_REFUSAL: readonly ActionName[] = [
  ...AFTER_STOP,
  'requestReview',
  'openDispute',
  'resolveDispute',
  'recordFocalMeeting',
  'recordCaseManagementMeeting',
]

/** A case looked at after every act: what always holds, and whether the model says the same as the service. */
export class Watched {
  readonly #model = new CaseModel()
  /** What somebody may do since the last act. */
  may: ReadonlyMap<ActionName, readonly Actor[]> = new Map()
  #heard = 0
  #stage: Stage = 'DRAFT'

  look(desk: Desk, file: CaseFile, officers: readonly Actor[]): readonly string[] {
    const news = file.acts.slice(this.#heard)
    for (const act of news) hear(this.#model, act)
    this.#heard = file.acts.length
    const faults = [...this.#inOrder(file, news.at(-1)?.action), ...this.#unseen(desk, file)]
    this.may = mayDo(desk, file, officers)
    const allowed = this.may
    const { stopped, closed } = this.#model
    const rest = closed ? [] : stopped === 'refused' ? AFTER_REFUSAL : AFTER_STOP
    if (stopped || closed)
      for (const name of allowed.keys())
        if (!rest.includes(name)) faults.push(`${name} is allowed although ${closed ? 'closed' : stopped}`)
    return [...faults, ...this.#otherwise(desk, file, allowed)]
  }

  #inOrder({ state, version, acts }: CaseFile, last: ActionName | undefined): string[] {
    const [before, stage] = [this.#stage, stageOf(state)]
    this.#stage = stage
    const wentBack = ORDER.indexOf(stage) < ORDER.indexOf(before) && last && !GO_BACK.has(last)
    return [
      ...(wentBack ? [`${last} led from ${before} to ${stage}`] : []),
      ...(version === acts.length && acts.every(({ seq }, place) => seq === place + 1) ? [] : [`version ${version}`]),
    ]
  }

  /** Nobody sees a case that was not sent to their country, or was sent on to another. */
  #unseen(desk: Desk, file: CaseFile): string[] {
    const author =
      this.#model.begunBy === 'recordReceptionWithoutRequest' ? file.countryOfReturn : file.requestingCountry
    const parties = this.#model.request.sent ? [file.requestingCountry, file.countryOfReturn] : [author]
    const others = countryCodes.filter((country) => !parties.includes(country))
    return everyOfficer(desk.world, file, others, file)
      .filter((by) => seeCase(desk.world, { file, hasPart: true }, by, desk.now) !== null)
      .map((by) => `${by.name} sees it`)
  }

  #otherwise(desk: Desk, file: CaseFile, allowed: ReadonlyMap<ActionName, readonly Actor[]>): string[] {
    const verifications = file.procedure.steps.filter(({ action }) => action === 'recordVerification').length
    return modelled.flatMap((name) => {
      const by = allowed.get(name)?.[0]
      const may = this.#model.may(name, desk.now, verifications)
      return may === (by !== undefined) ? [] : [`${name}: the model says ${may}, the service ${!may}`]
    })
  }
}
