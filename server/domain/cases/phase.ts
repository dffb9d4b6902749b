import { isDone } from '../procedures/steps.ts'
import type { CaseState } from './case-state.ts'

/** What rights depend on: coarser than the stage, and the same whether a case has stopped or not. */
export const phases = ['draft', 'sent', 'accepted', 'closed'] as const
export type Phase = (typeof phases)[number]

/** Who is met at the border, or received without a request, is accepted by the way the case began. */
export function phaseOf(state: CaseState): Phase {
  if (isDone(state, 'closeCase')) return 'closed'
  if (state.sentAt === null) return 'draft'
  return isDone(state, 'acceptReturn') || (state.route ?? 'ordinary') !== 'ordinary' ? 'accepted' : 'sent'
}
