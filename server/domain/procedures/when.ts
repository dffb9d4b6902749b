import type { Act } from '../cases/case-file.ts'
import type { CaseState } from '../cases/case-state.ts'
import { sharesNothing } from '../cases/consent.ts'
import type { Side } from '../kernel/country.ts'

const wantsFollowUp = (state: CaseState): boolean => state.consent?.followUp === 'given'
const followUpGoesOn = (state: CaseState): boolean => wantsFollowUp(state) && !state.followUpEnded

const proposedBy =
  (action: Act['action'], side: Side) =>
  (state: CaseState): boolean =>
    state.proposals.get(action)?.side === side

const noteWaits =
  (of: Side) =>
  ({ notes }: CaseState): boolean =>
    notes.some(({ status, side }) => status === 'waiting' && side === of)

/** Facts of the case that decide whether a step applies at all. */
export const whenFacts = {
  child: (state: CaseState): boolean => state.child,
  adult: (state: CaseState): boolean => !state.child,
  'identification-pending': (state: CaseState): boolean => state.profile.identification === 'presumed',
  sent: (state: CaseState): boolean => state.sentAt !== null,
  // Nobody across the border will hear of it.
  'kept-at-home': (state: CaseState): boolean =>
    state.sentAt === null && (state.stopped !== null || sharesNothing(state)),
  'on-hold': (state: CaseState): boolean => state.hold !== null,
  withdrawn: (state: CaseState): boolean => state.stopped?.kind === 'withdrawn' && state.sentAt !== null,
  'information-requested': (state: CaseState): boolean => state.round !== null,
  counterproposed: (state: CaseState): boolean => state.meeting === 'counterproposed',
  'not-held': (state: CaseState): boolean => state.meeting === 'not-held',
  'not-received': (state: CaseState): boolean => state.missingSince !== null,
  'in-transit-centre': (state: CaseState): boolean => state.receptionPlace === 'transit-centre',
  'link-proposed-by-requesting': proposedBy('linkPreviousCase', 'requesting'),
  'link-proposed-by-return': proposedBy('linkPreviousCase', 'return'),
  'move-proposed-by-requesting': proposedBy('moveCase', 'requesting'),
  'move-proposed-by-return': proposedBy('moveCase', 'return'),
  'note-waits-requesting': noteWaits('requesting'),
  'note-waits-return': noteWaits('return'),
  'follow-up-wished': wantsFollowUp,
  'follow-up-goes-on': followUpGoesOn,
  'follow-up-of-child': (state: CaseState): boolean => state.child && followUpGoesOn(state),
} as const
export type WhenFact = keyof typeof whenFacts
