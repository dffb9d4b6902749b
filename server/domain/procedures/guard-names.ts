/** Conditions a procedure's data may put before a step; what each means is in guards.ts. */
export const guardNames = [
  'not-the-author',
  'another-officer',
  'not-the-note-author',
  'other-country',
  'consent-recorded',
  'consent-to-share',
  'consent-to-return',
  'nationality-or-residence-confirmed',
  'risk-cleared',
  'best-interests-decided',
  'departure-cleared',
  'risk-recent',
  'follow-up-wished',
  'no-open-dispute',
  'own-dispute-open',
  'review-possible',
  'round-possible',
  'incident-open',
  'on-hold',
  'not-on-hold',
] as const
export type GuardName = (typeof guardNames)[number]
