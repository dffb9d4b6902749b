import type { Actor } from '../cases/actor.ts'
import type { Act, CaseFile } from '../cases/case-file.ts'
import { permit } from '../cases/permit.ts'
import { officePlaying } from '../cases/playing-offices.ts'
import { caseRoles } from '../cases/roles.ts'
import { stageOf } from '../cases/stage.ts'
import { deadlineOf } from '../deadlines/step-deadline.ts'
import { countryOf, type Side, sideOf } from '../kernel/country.ts'
import type { Instant } from '../kernel/instant.ts'
import { lazy } from '../kernel/lazy.ts'
import type { ActionName } from '../procedures/action-names.ts'
import { type StepState, stepStates } from '../procedures/steps.ts'
import type { World } from '../world.ts'
import type { ActView, CaseShape, CaseView, ConsentView, PossibleAct, StepView } from './case-view.ts'
import { openedBy } from './timeline.ts'

/** Findings that belong to the side that made them: the other side sees that they were made, and no more. */
const OWN_FINDINGS: ReadonlySet<ActionName> = new Set(['recordRiskAssessment', 'recordBestInterests'])

/** Acts that tell what the person decided: hidden where they would tell why the case does not proceed. */
const DECISIONS: ReadonlySet<ActionName> = new Set(['recordConsent', 'withdrawConsent'])

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
  if (side === null || !maySee(world, file, hasPart, by, side)) return null
  const own = (act: Act) => act.by.country === by.country
  const sentSeq = file.acts.find(({ result }) => result === 'approved')?.seq ?? Number.POSITIVE_INFINITY
  const hidden = (act: Act) => !own(act) && (act.seq < sentSeq || isOwnFinding(file, act))
  const shown = (act: Act) => !hidden(act) || showsThatMade(file, act, sentSeq)
  const { state } = file
  const steps = lazy(() =>
    stepStates(file.procedure, state).flatMap((one) => stepFor(world, file, one, by, hidden, now)),
  )
  // A step that the reader does not see is not said to have opened.
  const opened = lazy(() => {
    const seen = new Set(steps().map(({ step }) => step.key))
    return new Map([...openedBy(file)].map(([journal, keys]) => [journal, keys.filter((key) => seen.has(key))]))
  })
  const view: CaseShape = {
    id: file.id,
    reference: file.reference,
    version: versionFor(file, sentSeq, shown),
    requestingCountry: file.requestingCountry,
    countryOfReturn: file.countryOfReturn,
    stage: stageOf(state),
    child: state.child,
    procedure: file.procedure,
    profile: state.profile,
    sentAt: state.sentAt,
    stopped: state.stopped?.kind ?? null,
    hold: state.hold,
    handover: state.handover,
    missingSince: state.missingSince,
    round: state.round,
    roundsUsed: state.roundsUsed,
    mySide: side,
    get consent() {
      return consentFor(file, side)
    },
    get steps() {
      return steps()
    },
    step: (key) => {
      const found = stepStates(file.procedure, state).find(({ step }) => step.key === key)
      return (found && stepFor(world, file, found, by, hidden, now)[0]) ?? null
    },
    get acts() {
      return file.acts.filter(shown).map((act) => actFor(act, own(act)))
    },
    get opened() {
      return opened()
    },
    get possible() {
      return possibleFor(world, file, by)
    },
  }
  return view as CaseView
}

/**
 * The version a reader works with: acts since the sending that the reader does not see are not counted. Where the case
 * does not proceed for a reason of the other side's, the acts that would tell the reason count as one, however many they
 * were: a risk found and a child's wish stand at the same number.
 */
function versionFor(file: CaseFile, sentSeq: number, shown: (act: Act) => boolean): number {
  const unseen = file.acts.filter((act) => act.seq >= sentSeq && !shown(act)).length
  const asOne = unseen > 0 && file.state.stopped?.kind === 'not-proceeding' ? 1 : 0
  return file.version - unseen + asOne
}

function maySee(world: World, file: CaseFile, hasPart: boolean, by: Actor, side: Side): boolean {
  if (!caseRoles.has(by.role)) return false
  if (side === 'return' && !file.state.sentAt) return false
  if (stageOf(file.state) === 'CLOSED') return officePlaying(world, file, side, 'focal') === by.office
  return hasPart
}

const isOwnFinding = (file: CaseFile, act: Act): boolean =>
  OWN_FINDINGS.has(act.action) || (DECISIONS.has(act.action) && file.state.stopped?.kind === 'not-proceeding')

/**
 * That a finding was made is shown, until showing it would tell why the case does not proceed. One that was put off
 * completes no step: it was not made, and showing that would tell what it was.
 */
const showsThatMade = (file: CaseFile, act: Act, sentSeq: number): boolean =>
  act.seq >= sentSeq &&
  act.step !== null &&
  OWN_FINDINGS.has(act.action) &&
  file.state.stopped?.kind !== 'not-proceeding'

function stepFor(
  world: World,
  file: CaseFile,
  { step, status, waitsFor }: StepState,
  by: Actor,
  hidden: (act: Act) => boolean,
  now: Instant,
): readonly StepView[] {
  const { state } = file
  const act = state.done.get(step.key)
  const country = countryOf(file, step.owedBy.side)
  const theirs = country !== by.country
  if (theirs && OWN_FINDINGS.has(step.action) && state.stopped?.kind === 'not-proceeding') return []
  if (theirs && act && hidden(act) && !OWN_FINDINGS.has(step.action)) return []
  const openedAt = status === 'open' ? (state.opened.get(step.key) ?? null) : null
  const deadline = lazy(() => (openedAt ? deadlineOf(world, file, step, openedAt, now) : null))
  const [first = 'focal'] = step.owedBy.roles
  const office = step.owedBy.roles.map((role) => officePlaying(world, file, step.owedBy.side, role)).find(Boolean)
  return [
    {
      step,
      status,
      side: step.owedBy.side,
      country,
      office: officePlaying(world, file, step.owedBy.side, first) ?? office ?? null,
      waitsFor,
      openedAt,
      doneAt: act && status === 'done' ? act.at : null,
      result: act && status === 'done' && !(theirs && OWN_FINDINGS.has(step.action)) ? act.result : null,
      get deadline() {
        return deadline()
      },
    },
  ]
}

/** The purposes that the other side needs to know; the rest of a consent stays with the side that asked for it. */
const SHARED = ['share', 'return', 'traceFamily', 'followUp'] as const

const sharedOf = ({ action, record }: Act): Act['record'] =>
  action === 'recordConsent' ? Object.fromEntries(SHARED.map((purpose) => [purpose, record[purpose]])) : record

const actFor = (act: Act, own: boolean): ActView => {
  const secret = !own && OWN_FINDINGS.has(act.action)
  return {
    journal: act.journal,
    action: act.action,
    step: act.step,
    office: act.by.office,
    country: act.by.country,
    role: act.by.role,
    at: act.at,
    result: secret ? null : act.result,
    record: secret ? null : own ? act.record : sharedOf(act),
    handover: act.handover,
  }
}

function consentFor(file: CaseFile, side: Side): ConsentView | null {
  const { consent, stopped } = file.state
  if (!consent) return null
  const { share, return: toReturn, traceFamily, followUp } = consent
  if (side === 'requesting') {
    const { statistics, guardian, childView, language, interpreter, givenOn } = consent
    const own = { statistics, guardian, childView, language, interpreter, givenOn }
    return { share, return: toReturn, traceFamily, followUp, ...own }
  }
  if (stopped && stopped.kind !== 'refused') return null
  const nothing = {
    statistics: null,
    guardian: null,
    childView: null,
    language: null,
    interpreter: null,
    givenOn: null,
  }
  return { share, return: toReturn, traceFamily, followUp, ...nothing }
}

/** What the reader's own side could do now, and what is missing where it cannot. */
function possibleFor(world: World, file: CaseFile, by: Actor): readonly PossibleAct[] {
  const mine = (rule: { readonly side: Side }) => countryOf(file, rule.side) === by.country
  const open = stepStates(file.procedure, file.state).flatMap(({ step, status }) =>
    status === 'open' && mine(step.owedBy) ? [{ action: step.action, step, free: null }] : [],
  )
  const free = file.procedure.acts
    .filter((act) => mine(act.by) && !open.some(({ action }) => action === act.action))
    .map((act) => ({ action: act.action, step: null, free: act }))
  return [...open, ...free].map((one) => {
    const allowed = permit(world, file, one.action, by)
    return { ...one, allowed: allowed.allowed, obstacle: allowed.allowed ? null : allowed.problem }
  })
}
