import type { PrintedSection } from '../../domain/reports/printed/printed-report.ts'
import type { ReportKind } from '../../domain/reports/report-kinds.ts'
import { areasInWords } from './areas-in-words.ts'
import { figuresInWords, keyFiguresInWords } from './figures-in-words.ts'
import { decidedInWords, meetingInWords } from './meeting-in-words.ts'
import type { Telling } from './teller.ts'

/** In a review of two countries: what was late, what is open, what stood in the way; then how many came home. */
const WHAT_STOOD_IN_THE_WAY = [
  'acknowledged-in-time',
  'verified-in-time',
  'received-in-time',
  'acknowledge-open',
  'verify-open',
  'receive-open',
  'holds-by-reason',
  'refusals-by-reason',
  'disputes-by-subject',
  'stopped-by-corridor',
  'returned-for-information',
]

/** What each kind of report is made of, in its order; how to read it comes last in all of them. */
export const sectionsOf: Readonly<Record<ReportKind, (telling: Telling) => readonly PrintedSection[]>> = {
  'som-progress': (telling) => [...meetingInWords(telling), ...areasInWords(telling), ...figuresInWords(telling)],
  'imm-summary': (telling) => [
    ...decidedInWords(telling),
    ...areasInWords(telling, ['results', 'nextPlan']),
    ...keyFiguresInWords(telling),
  ],
  'annual-monitoring': (telling) => [...figuresInWords(telling), ...areasInWords(telling), ...meetingInWords(telling)],
  'corridor-review': (telling) => [...figuresInWords(telling, WHAT_STOOD_IN_THE_WAY), ...areasInWords(telling)],
}
