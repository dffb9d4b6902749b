import type { Act, CaseFile } from '../cases/case-file.ts'
import { authorSide } from '../cases/case-state.ts'
import { countryOf } from '../kernel/country.ts'
import { type ActionName, ownMatters } from '../procedures/action-names.ts'

/** Findings that belong to the side that made them: the other side sees that they were made, and no more. */
export const OWN_FINDINGS: ReadonlySet<ActionName> = new Set([
  'recordRiskAssessment',
  'recordBestInterests',
  'recordFollowUp',
])

/** Acts that tell what was decided about the person: hidden where they would tell why the case does not proceed. */
const DECISIONS: ReadonlySet<ActionName> = new Set([
  'recordConsent',
  'withdrawConsent',
  'recordIdentification',
  'reportDeathOrIllness',
  'settleIncident',
])

/** A note that was kept at home: the other side never learns that there was one. */
const isReturnedNote = ({ action, result }: Act): boolean => action === 'reviewNote' && result === 'note-returned'

/** A check before departure that found something in the way tells what the person said, or how the person is. */
const isUnclearCheck = ({ action, result }: Act): boolean => action === 'recordDepartureCheck' && result !== 'clear'

/** What the other side may know of each act. */
export interface Secrecy {
  /** Nothing: it was done before the case was sent, or it would tell why the case does not proceed. */
  readonly hides: (act: Act) => boolean
  /** That it was done. */
  readonly shows: (act: Act) => boolean
  /** The steps whose state would tell why the case does not proceed. */
  readonly hidesSteps: (action: ActionName) => boolean
}

export function secrecyOf(file: CaseFile, country: Act['by']['country'] | null): Secrecy {
  const { sentSeq, stopped } = file.state
  // Who opened the case reads all of its history: also what a country did that has forwarded it since.
  const from = country === countryOf(file, authorSide(file.state)) ? 0 : sentSeq
  const silent = stopped?.kind === 'not-proceeding'
  const isSecret = (act: Act) =>
    OWN_FINDINGS.has(act.action) || (DECISIONS.has(act.action) && silent) || isUnclearCheck(act) || isReturnedNote(act)
  const hides = (act: Act) => act.by.country !== country && (act.seq < from || isSecret(act))
  // One that was put off completes no step: it was not made, and showing that would tell what it was.
  const showsThatMade = (act: Act) => act.seq >= from && act.step !== null && OWN_FINDINGS.has(act.action) && !silent
  return {
    hides,
    shows: (act) => !hides(act) || showsThatMade(act),
    hidesSteps: (action) =>
      ownMatters.has(action) || (silent && (OWN_FINDINGS.has(action) || action === 'recordIdentification')),
  }
}
