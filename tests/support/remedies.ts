import type { Actor } from '../../server/domain/cases/actor.ts'
import type { CaseFile } from '../../server/domain/cases/case-file.ts'
import type { Problem } from '../../server/domain/kernel/problem.ts'
import type { ProblemCode } from '../../server/domain/kernel/problem-codes.ts'
import type { ActionName } from '../../server/domain/procedures/action-names.ts'
import type { Desk, Input } from './desk.ts'
import { everyOfficer } from './officers.ts'

type Remedy = readonly [name: ActionName, entered?: Input]

/** What an officer does who meets a problem and wants to go on. A refusal of the person is never asked away: it is respected. */
const remedies: Partial<Record<ProblemCode, readonly Remedy[]>> = {
  CONSENT_REFUSED: [['withdrawRequest']],
  RISK_OUTDATED: [['recordRiskAssessment']],
  NATIONALITY_NOT_CONFIRMED: [['requestReview'], ['refuseReturn']],
  ON_HOLD: [['resumeCase']],
  DISPUTE_OPEN: [['resolveDispute'], ['recordFocalMeeting', { decision: 'dispute-settled' }]],
  HANDOVER_IN_PAST: [['rescheduleHandover'], ['recordFocalMeeting']],
  RESCHEDULES_USED: [['recordFocalMeeting']],
}

const ANSWERS = ['share', 'return', 'traceFamily', 'followUp', 'statistics', 'guardian', 'childView'] as const

const ASK_AGAIN: ReadonlySet<ProblemCode> = new Set([
  'CONSENT_MISSING',
  'GUARDIAN_CONSENT_MISSING',
  'CHILD_VIEW_MISSING',
  'RETURN_CONSENT_MISSING',
])

/** What was answered already; what was never asked, such as a guardian of who turned out a child, is asked then. */
const answered = (consent: CaseFile['state']['consent']): Input =>
  Object.fromEntries(ANSWERS.flatMap((name) => (consent?.[name] ? [[name, consent[name]]] : [])))

/** Acts that answer the problems met, each by everybody who might do it. */
export function* remedyFor(
  desk: Desk,
  file: CaseFile,
  problems: readonly Problem[],
): Generator<{ readonly name: ActionName; readonly by: Actor; readonly entered: Input }> {
  const { consent } = file.state
  const refused = [consent?.share, consent?.return, consent?.guardian].includes('refused' as never)
  const officers = everyOfficer(desk.world, file, [file.requestingCountry, file.countryOfReturn], file)
  for (const code of new Set(problems.map((one) => one.code))) {
    const asked: Remedy[] = ASK_AGAIN.has(code) ? [[refused ? 'withdrawRequest' : 'recordConsent']] : []
    // The leaflet is given later; what the person answered stays.
    if (code === 'LEAFLET_NOT_GIVEN') asked.push(['recordConsent', { ...answered(consent), leafletGiven: true }])
    for (const [name, entered = {}] of [...asked, ...(remedies[code] ?? [])])
      for (const by of officers) yield { name, by, entered }
  }
}
