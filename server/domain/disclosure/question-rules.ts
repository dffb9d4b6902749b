import { type Phase, phases } from '../cases/phase.ts'
import { type Role, roles } from '../cases/roles.ts'
import { readers } from './field-rules.ts'

/** For which cases a right holds: of the side that opened them, of the other, of the country’s own, or of no case at all. */
const relations = ['own', 'other', 'requesting', 'return', 'country', 'any'] as const
type Relation = (typeof relations)[number]

/** What is read or done. */
const extents = [
  'same',
  'self',
  'node',
  'case',
  'items',
  'held',
  'regional',
  'taskforce',
  'first-level',
  'second-level',
  'known',
  'act',
  'field',
  'unless-stopped',
  'unless-finding',
  'as-shown',
  'each-own',
] as const
export type Extent = (typeof extents)[number]

/** One line of the table. `phases` is empty where the right hangs on no case. */
export interface Grant {
  readonly roles: readonly Role[]
  readonly relation: Relation
  readonly phases: readonly Phase[]
  readonly what: Extent
}

const grant = (names: readonly Role[], relation: Relation, what: Extent, when: readonly Phase[] = []): Grant => ({
  roles: names,
  relation,
  phases: when,
  what,
})
const everybody = (what: Extent) => [grant(roles, 'any', what)]

const UNTIL_CLOSED = phases.filter((phase) => phase !== 'closed')
const SENT = phases.filter((phase) => phase !== 'draft')

/** A case is there for the side that opened it from its draft on, for the other once it is sent. */
const CASE = [
  grant(readers.open, 'own', 'case', UNTIL_CLOSED),
  grant(readers.closed, 'own', 'case', ['closed']),
  grant(
    readers.open,
    'other',
    'case',
    UNTIL_CLOSED.filter((phase) => phase !== 'draft'),
  ),
  grant(readers.closed, 'other', 'case', ['closed']),
]
const KNOWN = [grant(['privacy'], 'own', 'known', phases), grant(['privacy'], 'other', 'known', SENT)]
const KNOWN_CLOSED = KNOWN.map((one) => ({ ...one, phases: ['closed'] as const }))
/** What is erased was closed, or is a draft that nobody went on with. */
const ERASED = [
  grant(['privacy'], 'own', 'known', ['draft', 'closed']),
  grant(['privacy'], 'other', 'known', ['closed']),
]

/** Who comes in is the matter of each country’s administrator. */
const COMING_IN = [grant(['admin'], 'country', 'field')]

/** What governments publish about themselves is compared among them; officers who work on cases need none of it. */
const GOVERNMENTS: readonly Role[] = ['focal', 'taskforce', 'privacy', 'admin', 'secretariat']
const PUBLISHED = [grant(GOVERNMENTS, 'any', 'same')]

/** Reports are worked on by who clears and publishes them, and read by who answers for what governments publish. */
const REPORTS = [
  grant(['focal', 'taskforce', 'privacy', 'admin'], 'country', 'same'),
  grant(['secretariat'], 'any', 'same'),
]

const QUESTIONS = {
  accessRules: [grant(['admin', 'privacy'], 'any', 'same')],
  accounts: COMING_IN,
  aggregates: PUBLISHED,
  apiKeys: COMING_IN,
  case: CASE,
  cases: CASE,
  checkText: everybody('self'),
  checkpoint: everybody('same'),
  codeLists: everybody('same'),
  compareAggregates: PUBLISHED,
  consentForms: everybody('same'),
  consistency: everybody('same'),
  countries: everybody('same'),
  crossings: everybody('same'),
  delegations: everybody('same'),
  disclosureLog: KNOWN,
  erasures: ERASED,
  escalations: [grant(['focal'], 'country', 'first-level'), grant(['taskforce'], 'country', 'second-level')],
  handover: CASE,
  instrumentGaps: everybody('same'),
  instruments: everybody('same'),
  invitations: COMING_IN,
  limitProposals: everybody('same'),
  meetings: [
    grant(['focal'], 'country', 'items'),
    grant(['taskforce'], 'country', 'held'),
    grant(['secretariat'], 'any', 'held'),
    grant(GOVERNMENTS, 'any', 'regional'),
    grant(['focal', 'taskforce', 'admin'], 'country', 'taskforce'),
    grant(['secretariat'], 'any', 'taskforce'),
  ],
  myWork: CASE,
  node: everybody('node'),
  offices: everybody('same'),
  procedures: everybody('same'),
  questions: everybody('same'),
  receipt: everybody('same'),
  report: REPORTS,
  reportProgress: REPORTS,
  reports: REPORTS,
  retentionSchedule: KNOWN_CLOSED,
  rightsLeaflets: everybody('same'),
  viewer: everybody('self'),
  workChanged: CASE,
} as const satisfies Record<string, readonly Grant[]>

export type QuestionName = keyof typeof QUESTIONS
/** Who may ask what, by field of Query and of Subscription. */
export const questionRules: Readonly<Record<QuestionName, readonly Grant[]>> = QUESTIONS

export const grantsOf = (question: QuestionName): readonly Grant[] => questionRules[question]

/** What a role is answered to a question of some case or time; null: always nothing. */
export const extentOf = (question: QuestionName, role: Role): Extent | null =>
  questionRules[question].find((one) => one.roles.includes(role))?.what ?? null

/** Whether a role is answered so much: of what is its own country’s, or of whatever country. */
export const isGiven = (question: QuestionName, what: Extent, role: Role, isOwn: boolean): boolean =>
  questionRules[question].some(
    (one) => one.what === what && one.roles.includes(role) && (isOwn || one.relation === 'any'),
  )

/** Whether a role is ever answered. */
export const mayAsk = (question: QuestionName, role: Role): boolean => extentOf(question, role) !== null

/** Whether a role reads a case of its country in this phase, from its side of it. */
export const readsCase = (role: Role, relation: 'own' | 'other', phase: Phase): boolean =>
  CASE.some((one) => one.relation === relation && one.phases.includes(phase) && one.roles.includes(role))
