import type { Stage } from '../domain/cases/stage.ts'
import { ask, visits } from './scripts.ts'
import { turn } from './turn.ts'
import type { Way } from './way.ts'

/** The ordinary way home, as far as each stage. What stopped is among the branches. */
export const stageWays = {
  DRAFT: { until: 'DRAFT', begins: [1, 4] },
  IN_REVIEW: { until: 'IN_REVIEW', begins: [2, 4] },
  SENT: { until: 'SENT', begins: [3, 6] },
  RETURNED: { until: 'IN_PROGRESS', begins: [7, 11], turns: [ask('incomplete', 3)] },
  IN_PROGRESS: {
    until: 'IN_PROGRESS',
    begins: [6, 14],
    turns: [turn('return', 'welfare', 'recordFamilyTracing', {}, 4)],
  },
  ACCEPTED: { until: 'ACCEPTED', begins: [18, 24] },
  HANDOVER_AGREED: { until: 'HANDOVER_AGREED', begins: [28, 36], meets: [0, 9] },
  HANDED_OVER: { until: 'HANDED_OVER', begins: [38, 44], meets: [-2, -1] },
  RECEIVED: { until: 'RECEIVED', begins: [42, 50], meets: [-14, -4] },
  FOLLOW_UP: { until: 'RECEIVED', begins: [58, 59], meets: [-33, -29], turns: visits },
  CLOSED: {
    until: 'RECEIVED',
    begins: [58, 59],
    meets: [-34, -31],
    turns: [...visits, turn('return', 'focal', 'proposeClosure'), turn('requesting', 'focal', 'closeCase')],
  },
} as const satisfies Partial<Record<Stage, Way>>
