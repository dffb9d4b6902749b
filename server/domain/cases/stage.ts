import { isDone } from '../procedures/steps.ts'
import type { CaseState } from './case-state.ts'

/** Derived, for reading and filters, in the order of the way home. */
export const stages = [
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
  'CLOSED',
  'STOPPED',
] as const
export type Stage = (typeof stages)[number]

const AFTER_RECEPTION = ['recordTransitStay', 'planReintegration', 'recordFollowUp', 'sendFeedback'] as const

/** The furthest point a case has reached. Follow-up begins with the acts after reception. */
export function stageOf(state: CaseState): Stage {
  if (isDone(state, 'closeCase')) return 'CLOSED'
  if (state.stopped) return 'STOPPED'
  if (AFTER_RECEPTION.some((action) => isDone(state, action))) return 'FOLLOW_UP'
  if (state.route === 'unannounced' || isDone(state, 'confirmReception')) return 'RECEIVED'
  if (isDone(state, 'recordHandover')) return 'HANDED_OVER'
  if (isDone(state, 'confirmHandover') || isDone(state, 'openFastTrack')) return 'HANDOVER_AGREED'
  if (isDone(state, 'acceptReturn')) return 'ACCEPTED'
  if (state.round) return 'RETURNED'
  if (isDone(state, 'acknowledgeRequest')) return 'IN_PROGRESS'
  if (state.sentAt) return 'SENT'
  return isDone(state, 'submitForReview') ? 'IN_REVIEW' : 'DRAFT'
}
