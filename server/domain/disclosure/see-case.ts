import type { Actor } from '../cases/actor.ts'
import type { CaseFile } from '../cases/case-file.ts'
import { authorSide, type Profile } from '../cases/case-state.ts'
import { phaseOf } from '../cases/phase.ts'
import { officePlaying } from '../cases/playing-offices.ts'
import { replay } from '../cases/replay.ts'
import { stageOf } from '../cases/stage.ts'
import { countryOf, type Side, sideOf } from '../kernel/country.ts'
import type { Instant } from '../kernel/instant.ts'
import { lazy } from '../kernel/lazy.ts'
import { ownMatters } from '../procedures/action-names.ts'
import type { Route } from '../procedures/procedure.ts'
import { openSteps, stepStates } from '../procedures/steps.ts'
import { knownTo } from '../retention/certificate.ts'
import { closedAtOf, isBlocked } from '../retention/schedule.ts'
import type { World } from '../world.ts'
import { actView, consentView } from './act-view.ts'
import type { CaseShape, CaseView } from './case-view.ts'
import { consentsView } from './consents-view.ts'
import { isThere, reads } from './field-rules.ts'
import { notesFor } from './note-view.ts'
import { possibleActs } from './possible-acts.ts'
import { readsCase } from './question-rules.ts'
import { type Secrecy, secrecyOf } from './secrecy.ts'
import { sentView } from './sent-view.ts'
import { stepView } from './step-view.ts'
import { openedBy } from './timeline.ts'

/** A file as it lies in the store, and whether the reader's office has a part in it: nothing a resolver may hand out. */
export interface StoredCase {
  readonly file: CaseFile
  readonly hasPart: boolean
}

/**
 * The one gate: what this reader may see of a case, or null, which is the same answer as for a case that never was.
 * Rules: model.md, "Who sees what".
 */
export function seeCase(world: World, { file, hasPart }: StoredCase, by: Actor, now: Instant): CaseView | null {
  const side = sideOf(file, by.country)
  if (side === null || !maySee(world, file, hasPart, by, side) || isBlocked(world, file, closedAtOf(file), now))
    return null
  const secrecy = secrecyOf(file, by.country)
  const { state } = file
  const viewOf = stepView(world, file, by, secrecy, now)
  const steps = lazy(() => stepStates(file.procedure, state).flatMap(viewOf))
  // A step that the reader does not see is not said to have opened.
  const opened = lazy(() => {
    const seen = new Set(steps().map(({ step }) => step.key))
    return new Map([...openedBy(file)].map(([journal, keys]) => [journal, keys.filter((key) => seen.has(key))]))
  })
  const sent = lazy(() => sentView(file, side))
  const view: CaseShape = {
    id: file.id,
    reference: file.reference,
    version: versionFor(file, side, secrecy),
    requestingCountry: file.requestingCountry,
    countryOfReturn: file.countryOfReturn,
    route: state.route ?? 'ordinary',
    stage: stageOf(state),
    child: state.child,
    procedure: file.procedure,
    profile: profileFor(file, side),
    sentAt: state.sentAt,
    stopped: state.stopped?.kind ?? null,
    hold: state.hold,
    handover: state.handover,
    missingSince: state.missingSince,
    round: state.round,
    disputes: state.disputes,
    linkedPrevious: state.linkedPrevious,
    mySide: side,
    get notes() {
      return notesFor(file, side, secrecy)
    },
    get consent() {
      return consentView(file, side)
    },
    get consents() {
      return reads('Case', 'consents', { own: side === authorSide(state) }) ? consentsView(file) : []
    },
    get sent() {
      return sent()
    },
    focalOf: (one) => officePlaying(world, file, one, 'focal'),
    get steps() {
      return steps()
    },
    step: (key) => {
      const found = stepStates(file.procedure, state).find(({ step }) => step.key === key)
      return (found && viewOf(found)[0]) ?? null
    },
    get acts() {
      return file.acts.filter(secrecy.shows).map((act) => actView(act, act.by.country === by.country))
    },
    get opened() {
      return opened()
    },
    knownTo: knownTo(file),
    get openOwners() {
      return openSteps(file.procedure, state).map(
        ({
          owedBy: {
            side: owner,
            roles: [first = 'focal'],
          },
        }) => {
          return { country: countryOf(file, owner), role: first }
        },
      )
    },
    get possible() {
      return possibleActs(world, file, by, now)
    },
  }
  return view as CaseView
}

/** How many acts lead to the sending on each route, where nothing is done twice. */
const BEFORE_SENDING: Readonly<Record<Route, number>> = { ordinary: 3, unannounced: 2, 'fast-track': 0 }

/**
 * The version a reader works with: acts that the reader does not see are not counted. What was done before the sending counts
 * for the other side as on a straight way, however often a draft came back. Where the case does not proceed for a reason of
 * the other side's, the acts that would tell the reason count as one: a risk found and a child's wish stand at the same number.
 */
export function versionFor(file: CaseFile, side: Side, { shows }: Secrecy): number {
  const { sentSeq, stopped, route } = file.state
  const unseen = file.acts.filter((act) => act.seq >= sentSeq && !shows(act))
  const reasons = unseen.filter(({ action }) => !ownMatters.has(action)).length
  const asOne = reasons > 0 && stopped?.kind === 'not-proceeding' ? 1 : 0
  const own = side === authorSide(file.state)
  const before = own ? 0 : Math.min(sentSeq, file.version) - 1 - BEFORE_SENDING[route ?? 'ordinary']
  return file.version - unseen.length + asOne - before
}

function maySee(world: World, file: CaseFile, hasPart: boolean, by: Actor, side: Side): boolean {
  const own = side === authorSide(file.state)
  const phase = phaseOf(file.state)
  // One that was closed before it was ever sent has never been there for the other side.
  if (!isThere(own, file.state) || !readsCase(by.role, own ? 'own' : 'other', phase)) return false
  return phase === 'closed' ? officePlaying(world, file, side, 'focal') === by.office : hasPart
}

/**
 * That somebody turned out not to be a victim is a reason of the side that found it, and so is who decided it: the other
 * reads what it read before.
 */
function profileFor({ state, procedure, acts }: CaseFile, side: Side): Profile {
  const tellsWhy = side !== authorSide(state) && state.profile.identification === 'not-a-victim'
  if (!tellsWhy) return state.profile
  const told = acts.filter(({ action, result }) => action !== 'recordIdentification' || result !== 'not-a-victim')
  return replay(procedure, told).profile
}
