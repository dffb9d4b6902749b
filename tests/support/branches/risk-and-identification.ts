import { type Branch, closedByBoth, draft, draftOfChild, presumed } from './branch.ts'

/** B3: a risk is found, a child shall not return, or the person is no victim. */
export const risk: readonly Branch[] = [
  {
    name: 'B3: high risk at the assessment',
    lines: [
      draft,
      ['until recordRiskAssessment'],
      ['A focal recordRiskAssessment', { risk: 'high' }, 'STOPPED'],
      ...closedByBoth,
    ],
  },
  {
    name: 'B3: refoulement feared after the handover was agreed',
    lines: [
      draft,
      ['until HANDOVER_AGREED'],
      ['A focal recordRiskAssessment', { refoulementConcern: true }, 'STOPPED'],
      ...closedByBoth,
    ],
  },
  {
    name: 'B3: found by a new assessment after the acceptance',
    lines: [
      draft,
      ['until ACCEPTED'],
      ['A focal recordRiskAssessment', { risk: 'manageable' }, 'ACCEPTED'],
      ['A focal recordRiskAssessment', { risk: 'high' }, 'STOPPED'],
      ...closedByBoth,
    ],
  },
  {
    name: 'the assessment is too old, and made again',
    lines: [
      draft,
      ['until acceptReturn'],
      ['three months pass'],
      ['B focal acceptReturn', {}, 'RISK_OUTDATED'],
      ['A focal recordRiskAssessment'],
      ['home'],
    ],
  },
  {
    name: 'a child: put off, then decided not to return',
    lines: [
      draftOfChild,
      ['until recordBestInterests'],
      ['A guardian recordBestInterests', { outcome: 'defer' }, 'IN_PROGRESS'],
      ['A guardian recordBestInterests', { outcome: 'not-return' }, 'STOPPED'],
      ...closedByBoth,
    ],
  },
  {
    name: 'identification pending, not a victim, before sending',
    lines: [
      presumed,
      ['A liaison recordIdentification', { result: 'not-a-victim' }, 'STOPPED'],
      ['A focal closeCase', {}, 'CLOSED'],
    ],
  },
  {
    name: 'identification pending, not a victim, after sending',
    lines: [
      presumed,
      ['A liaison recordConsent'],
      ['A liaison submitForReview'],
      ['A supervisor reviewRequest', {}, 'SENT'],
      ['A liaison recordIdentification', { result: 'not-a-victim' }, 'STOPPED'],
      ...closedByBoth,
    ],
  },
  {
    name: 'identification pending, identified, once for both',
    lines: [
      presumed,
      ['A liaison recordIdentification', { result: 'presumed' }, 'DRAFT'],
      ['A liaison recordIdentification', { result: 'identified' }, 'DRAFT'],
      ['A liaison recordIdentification', {}, 'IDENTIFICATION_RECOGNISED'],
      ['home'],
    ],
  },
]
