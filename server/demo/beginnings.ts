import type { Role } from '../domain/cases/roles.ts'
import type { Side } from '../domain/kernel/country.ts'
import type { CrossingId } from '../domain/kernel/ids.ts'
import { type Day, HOUR, type Instant, plus } from '../domain/kernel/instant.ts'
import type { ActionName } from '../domain/procedures/action-names.ts'
import type { Route } from '../domain/procedures/procedure.ts'
import type { World } from '../domain/world.ts'
import { consentIn } from './consent-in.ts'
import type { Plan } from './plan.ts'
import type { Entered } from './turn.ts'

interface Opening {
  readonly world: World
  readonly plan: Plan
  readonly day: Day
  readonly now: Instant
  readonly crossing: CrossingId | undefined
}
interface Beginning {
  readonly side: Side
  readonly role: Role
  readonly action: ActionName
  readonly enters: (opening: Opening) => Entered
}

/** How a case begins on each route: who opens it, and what is entered. */
export const beginnings: Readonly<Record<Route, Beginning>> = {
  ordinary: {
    side: 'requesting',
    role: 'liaison',
    action: 'draftRequest',
    enters: ({ plan }) => ({ countryOfReturn: plan.countryOfReturn, ...plan.profile }),
  },
  'fast-track': {
    side: 'requesting',
    role: 'liaison',
    action: 'openFastTrack',
    enters: ({ plan, crossing, now, ...known }) => ({
      countryOfReturn: plan.countryOfReturn,
      ...plan.profile,
      ...consentIn({ plan, ...known }),
      crossing,
      at: plus(now, 3 * HOUR),
      escort: 'police-officer',
      escortSex: 'both',
      transport: 'ordinary',
    }),
  },
  unannounced: {
    side: 'return',
    role: 'welfare',
    action: 'recordReceptionWithoutRequest',
    enters: ({ plan, day }) => ({
      requestingCountry: plan.requestingCountry,
      receivedOn: day,
      receptionPlace: 'family',
      ...plan.profile,
    }),
  },
}
