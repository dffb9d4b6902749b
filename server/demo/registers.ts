import type { Role } from '../domain/cases/roles.ts'
import type { CountryCode } from '../domain/kernel/country.ts'
import { addDays, type Day } from '../domain/kernel/instant.ts'
import type { ActName } from '../domain/procedures/action-names.ts'
import { mainCrossing } from './accounts.ts'
import type { Scene } from './scene.ts'
import type { Entered } from './turn.ts'

/** Something an officer of the demo does that is about no single case. */
export interface Errand {
  /** Before the start of the demo. */
  readonly days: number
  /** Null: of the secretariat. */
  readonly country: CountryCode | null
  readonly role: Role
  readonly name: ActName
  readonly target?: (scene: Scene) => string | null
  readonly enters: (scene: Scene, today: Day) => Promise<Entered> | Entered
}

/** How long a step of a corridor may take: a number that no source gives. */
const limit = (requestingCountry: CountryCode, countryOfReturn: CountryCode, step: string, count: number) => ({
  requestingCountry,
  countryOfReturn,
  step,
  of: 'STEP',
  count,
  childCount: null,
})

/** A limit that two countries agree on, one that waits for the other country, an office that is stood in for, a meeting. */
export const errands: readonly Errand[] = [
  {
    days: 30,
    country: 'TH',
    role: 'focal',
    name: 'proposeLimit',
    enters: () => limit('TH', 'LA', 'acknowledge-request', 3),
  },
  {
    days: 24,
    country: 'LA',
    role: 'focal',
    name: 'confirmLimit',
    target: ({ service }) => [...service.world.limitProposals.keys()].at(-1) ?? null,
    enters: () => ({}),
  },
  {
    days: 6,
    country: 'KH',
    role: 'focal',
    name: 'proposeLimit',
    enters: () => limit('TH', 'KH', 'verify-nationality', 20),
  },
  {
    days: 5,
    country: 'TH',
    role: 'focal',
    name: 'recordCaseManagementMeeting',
    enters: (scene, today) => ({ with: 'MM', heldOn: today, agenda: agendaOf(scene) }),
  },
  {
    days: 4,
    country: 'KH',
    role: 'admin',
    name: 'delegateRole',
    enters: ({ service }, today) => ({
      role: 'post',
      from: mainCrossing(service.world, 'KH', 'TH')?.posts.KH,
      to: mainCrossing(service.world, 'KH', 'VN')?.posts.KH,
      firstDay: addDays(today, 1),
      lastDay: addDays(today, 12),
    }),
  },
]

/** Cases of Myanmar and Thailand that the two have open; a dispute among them is settled there. */
const agendaOf = ({ plans, cases }: Scene): readonly Entered[] =>
  plans
    .filter(({ name, ...one }) => AGENDA.has(name) && [one.requestingCountry, one.countryOfReturn].every(isParty))
    .flatMap(({ name, number }) => {
      const caseId = cases.get(number)
      return caseId ? [{ caseId, decision: name === 'dispute-timing' ? 'dispute-settled' : 'go-on' }] : []
    })

const AGENDA: ReadonlySet<string> = new Set(['dispute-timing', 'not-confirmed', 'on-hold', 'counterproposal'])
const isParty = (country: CountryCode): boolean => country === 'MM' || country === 'TH'
