import type { CaseState } from '../cases/case-state.ts'
import type { consentFields } from '../cases/inputs.ts'
import { caseRoles, type Role } from '../cases/roles.ts'

// The corridor minimum: who reads which field of a case, and from when. The gate reads this table, and so does the contract.

/**
 * How far a field reaches beyond the side it belongs to. Own is: of a case and a consent, the side that opened the case;
 * of a step, the side that owes it; of an act, the country that did it.
 */
export type Reach = 'both' | 'own' | 'unless-stopped' | 'unless-finding' | 'as-shown' | 'each-own'

/** Everything a reach may depend on. */
export interface Seen {
  readonly own: boolean
  /** A finding of the side that made it: risk, best interests, a follow-up visit. */
  readonly finding?: boolean
  readonly stopped?: CaseState['stopped']
}

const reaches: Readonly<Record<Reach, (seen: Seen) => boolean>> = {
  both: () => true,
  own: ({ own }) => own,
  'unless-stopped': ({ own, stopped }) => own || !stopped || stopped.kind === 'refused',
  'unless-finding': ({ own, finding }) => own || !finding,
  // What is left of these is for secrecy.ts, act by act and step by step.
  'as-shown': () => true,
  'each-own': () => true,
}

type ConsentField = keyof typeof consentFields

const CASE = {
  id: 'both',
  reference: 'both',
  version: 'as-shown',
  requestingCountry: 'both',
  countryOfReturn: 'both',
  route: 'both',
  routeLabel: 'both',
  mySide: 'each-own',
  stage: 'both',
  stageLabel: 'both',
  child: 'both',
  stopped: 'both',
  stoppedLabel: 'both',
  hold: 'both',
  procedure: 'both',
  profile: 'as-shown',
  consent: 'unless-stopped',
  consents: 'own',
  sentAt: 'both',
  steps: 'as-shown',
  possible: 'each-own',
  questions: 'both',
  handover: 'both',
  disputes: 'both',
  linkedPrevious: 'as-shown',
  missingSince: 'both',
  notes: 'as-shown',
  timeline: 'as-shown',
  letters: 'as-shown',
  journal: 'as-shown',
} as const satisfies Record<string, Reach>

/** The purposes that the other side needs to know; the rest of a consent stays with the side that asked for it. */
const CONSENT = {
  share: 'both',
  return: 'both',
  traceFamily: 'both',
  followUp: 'both',
  statistics: 'own',
  language: 'own',
  interpreter: 'own',
  givenOn: 'own',
  guardian: 'own',
  childView: 'own',
  form: 'own',
  readIn: 'own',
  leafletGiven: 'own',
} as const satisfies Record<ConsentField, Reach>

const CONSENT_VERSION = {
  number: 'own',
  consent: 'own',
  recordedAt: 'own',
  office: 'own',
  leaflet: 'own',
  withdrawnOn: 'own',
  inForce: 'own',
} as const satisfies Record<string, Reach>

const STEP = {
  key: 'both',
  label: 'both',
  action: 'both',
  status: 'both',
  statusLabel: 'both',
  side: 'both',
  country: 'both',
  office: 'both',
  roles: 'both',
  waitsFor: 'both',
  openedAt: 'both',
  doneAt: 'both',
  result: 'unless-finding',
  resultLabel: 'unless-finding',
  escalation: 'both',
  escalationLabel: 'both',
  deadline: 'both',
} as const satisfies Record<string, Reach>

const ACT = {
  action: 'both',
  label: 'both',
  step: 'both',
  office: 'both',
  country: 'both',
  role: 'both',
  at: 'both',
  result: 'unless-finding',
  resultLabel: 'unless-finding',
  values: 'unless-finding',
  receipt: 'both',
} as const satisfies Record<string, Reach>

/** Of a note that the reader sees at all: of the other side’s, one that a second officer has approved. */
const NOTE = {
  text: 'both',
  action: 'both',
  office: 'both',
  country: 'both',
  writtenAt: 'both',
  status: 'both',
  statusLabel: 'both',
  reviewedAt: 'both',
  doubts: 'own',
} as const satisfies Record<string, Reach>

/** By type of the contract, then by its field. */
export const fieldRules = {
  Case: CASE,
  Consent: CONSENT,
  ConsentVersion: CONSENT_VERSION,
  Step: STEP,
  Act: ACT,
  Note: NOTE,
} as const
export type RuledType = keyof typeof fieldRules

/** Whether a field is read, of a case that the reader sees at all. */
export const reads = <T extends RuledType>(type: T, field: keyof (typeof fieldRules)[T], seen: Seen): boolean =>
  reaches[fieldRules[type][field] as Reach](seen)

/** From when a case is there for a side: from its draft on for the one that opened it, for the other once it is sent. */
export const isThere = (own: boolean, { sentAt }: Pick<CaseState, 'sentAt'>): boolean => own || sentAt !== null

/** Roles that read a case while it is open; of a closed one the focal agencies alone. */
export const readers = {
  open: [...caseRoles],
  closed: ['focal'],
} as const satisfies Record<string, readonly Role[]>
