import { type Instant, msOf } from '../../server/domain/kernel/instant.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'

/** Acts about which the model has an opinion. */
export const modelled = [
  'acknowledgeRequest',
  'returnForInformation',
  'answerQuestions',
  'placeOnHold',
  'resumeCase',
  'withdrawConsent',
  'withdrawRequest',
  'acceptReturn',
  'proposeHandover',
  'recordHandover',
  'acknowledgeWithdrawal',
  'proposeClosure',
  'closeCase',
  'requestReview',
] as const satisfies readonly ActionName[]
export type Modelled = (typeof modelled)[number]

/** What is known of the request while one country looks at it; a forwarded request begins anew. */
export const unasked = () => ({
  sent: false,
  acknowledged: false,
  round: false,
  rounds: 0,
  hold: false,
  consent: {} as Readonly<Record<string, unknown>>,
  /** Results since the last review: of a local authority, then of a central one, where both decide. */
  verified: [] as unknown[],
  traced: false,
  assessedAt: null as Instant | null,
  bestInterests: null as unknown,
  accepted: false,
  reviewUsed: false,
  /** Countries that see something differently. */
  disputes: [] as string[],
})

/** What is known of the list the case is on; a case that leaves its list, or gets another day, begins anew. */
export const unlisted = () => ({ proposed: false, agreed: false, checked: false, gone: false, received: false })

/**
 * A second opinion: a case in plain facts, written from model.md and domain.md 7 and not from the code. It hears each act
 * (hear.ts) and says whether an act may be allowed to anybody at all now.
 */
export class CaseModel {
  request = unasked()
  list = unlisted()
  begunBy = ''
  child = false
  stopped: 'refused' | 'withdrawn' | 'not-proceeding' | null = null
  withdrawalKnown = false
  /** After reception: the plan, and how often the person was visited. */
  planned = false
  visits = 0
  visitsEnded = false
  closing = false
  closed = false

  /** `verifications`: two where a local and a central authority of the country of return both decide. */
  may(name: Modelled, now: Instant, verifications: number): boolean {
    const { request, list, closing, stopped } = this
    const [ordinary, unannounced] = [this.begunBy === 'draftRequest', this.begunBy === 'recordReceptionWithoutRequest']
    const runs = stopped === null
    const asked = ordinary && runs && request.acknowledged && !request.accepted
    const untilDeparture = runs && !list.gone
    const withdrawn = stopped === 'withdrawn' && request.sent
    const answers: Record<Modelled, boolean> = {
      acknowledgeRequest: runs && request.sent && !request.acknowledged && !closing,
      returnForInformation: asked && !request.round && request.rounds < 3,
      answerQuestions: runs && request.round,
      placeOnHold: ordinary && untilDeparture && request.sent && !request.hold,
      resumeCase: runs && request.hold,
      withdrawConsent: untilDeparture && !unannounced,
      withdrawRequest: untilDeparture && !unannounced,
      acceptReturn: asked && this.#mayBeAccepted(now, verifications),
      proposeHandover: runs && request.accepted && !list.proposed && !request.hold && this.#guardianAgrees(),
      recordHandover: untilDeparture && list.agreed && list.checked && !request.hold,
      acknowledgeWithdrawal: withdrawn && !this.withdrawalKnown,
      proposeClosure: request.sent && !closing && (!runs || list.received || unannounced),
      // Both countries close; one alone where the other never knew.
      closeCase:
        request.disputes.length === 0 &&
        (request.sent
          ? closing && (!withdrawn || this.withdrawalKnown)
          : stopped !== null || (unannounced && this.#isKeptAtHome())),
      requestReview: ordinary && !request.reviewUsed && (stopped === 'refused' || (runs && this.#isUnsettled())),
    }
    return !this.closed && answers[name]
  }

  /** Who does not share is looked after by the country of return alone, until the last visit that is wished. */
  #isKeptAtHome(): boolean {
    const { consent, bestInterests } = this.request
    const visited = consent['followUp'] !== 'given' || this.visitsEnded || this.visits >= (this.child ? 5 : 4)
    const decided = !this.child || (bestInterests !== null && bestInterests !== 'defer')
    const shares = consent['share'] === 'given' && this.#guardianAgrees()
    return !shares && this.planned && visited && decided
  }

  #guardianAgrees(): boolean {
    return !this.child || this.request.consent['guardian'] === 'given'
  }

  #isUnsettled(): boolean {
    const last = this.request.verified.at(-1)
    return last === 'not-confirmed' || last === 'inconclusive'
  }

  #mayBeAccepted(now: Instant, verifications: number): boolean {
    const { verified, traced, assessedAt, bestInterests, consent } = this.request
    const isVerified = verified.length >= verifications && !this.#isUnsettled()
    // An assessment older than 30 days is made again (domain.md 7.A, step 11).
    const isAssessed = assessedAt !== null && msOf(now) - msOf(assessedAt) <= 30 * 86_400_000
    const isBest = bestInterests === 'return-to-family' || bestInterests === 'return-to-alternative-care'
    return (
      isVerified &&
      traced &&
      isAssessed &&
      (isBest || !this.child) &&
      consent['return'] === 'given' &&
      this.#guardianAgrees()
    )
  }
}
