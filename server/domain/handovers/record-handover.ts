import { refuse } from '../kernel/problem.ts'
import { handoverAction, travelling } from './act.ts'
import { countFacts, countsOf, sameCounts } from './counts.ts'
import { recordHandoverFields } from './inputs.ts'

/** The requesting post hands over the whole list. Refuses COUNTS_DISAGREE and a time before the agreement. */
export const recordHandover = handoverAction(
  'recordHandover',
  'The post of the requesting country hands the persons on the list over to the other post.',
  recordHandoverFields,
  ({ handover, files }, { handedOverAt, counts }) => {
    const agreedAt = files[0]?.acts.findLast(({ action }) => action === 'confirmHandover')?.at
    if (agreedAt && handedOverAt < agreedAt) return refuse('HANDOVER_BEFORE_AGREED', { agreedAt }, ['handedOverAt'])
    if (handover.status !== 'AGREED') return refuse('NOT_POSSIBLE_NOW', { action: 'recordHandover' })
    const leaving = travelling(files)
    const expected = countsOf(leaving)
    if (!sameCounts(counts, expected)) {
      const facts = { expected: countFacts(expected), received: countFacts(counts) }
      return refuse('COUNTS_DISAGREE', facts, ['counts'])
    }
    return {
      handover: {
        ...handover,
        status: 'HANDED_OVER',
        handedOverAt,
        counts: expected,
        missing: leaving.map(({ id }) => id),
      },
      inCase: () => ({}),
    }
  },
)
