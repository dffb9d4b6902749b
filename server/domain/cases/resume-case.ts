import { sideOf } from '../kernel/country.ts'
import { refuse } from '../kernel/problem.ts'
import { caseAction } from './act.ts'
import { noFields } from './inputs.ts'

/** Lifts a hold; the country that placed it does. */
export const resumeCase = caseAction(
  'resumeCase',
  'The country that placed the case on hold lifts the hold; every clock runs on with what was left.',
  noFields,
  (file, _input, { by }) => {
    const { hold } = file.state
    if (!hold || hold.country === by.country) return {}
    return refuse('NOT_YOUR_SIDE', { side: sideOf(file, hold.country) ?? '' })
  },
)
