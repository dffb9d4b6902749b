import { formInForce } from '../domain/cases/consent-form.ts'
import type { Writing } from './entries.ts'
import type { Entered } from './turn.ts'

/** A person in the demo agrees to all but, at times, to visits afterwards. */
export const consentIn = ({ world, plan, day }: Pick<Writing, 'world' | 'plan' | 'day'>): Entered => ({
  share: 'given',
  return: 'given',
  traceFamily: 'given',
  followUp: plan.followUp ? 'given' : 'refused',
  statistics: 'given',
  language: world.countries.get(plan.countryOfReturn)?.languages[0] ?? 'en',
  interpreter: 'used',
  givenOn: day,
  form: formInForce(world, day)?.code ?? null,
  readIn: null,
  leafletGiven: true,
  guardian: plan.child ? 'given' : null,
  childView: plan.child ? 'wishes-to-return' : null,
})
