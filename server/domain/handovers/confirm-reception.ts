import { problem, Refusal, refuse } from '../kernel/problem.ts'
import { handoverAction } from './act.ts'
import { countFacts, countsOf, sameCounts, without } from './counts.ts'
import { confirmReceptionFields } from './inputs.ts'

/**
 * The country of return says who on the list arrived. Counts are persons; `receivedAt` is when the post wrote it down.
 * Who did not arrive stays owed, as an incident of that case. Refuses RECEPTION_BEFORE_HANDOVER and COUNTS_DISAGREE.
 * Source: GMS guidelines 2007, section 5.
 */
export const confirmReception = handoverAction(
  'confirmReception',
  'The post or welfare agency of the country of return says who on the list arrived. Counts must equal the list less who did not.',
  confirmReceptionFields,
  ({ handover, files }, { receivedAt, counts, notReceived }) => {
    const strangers = (notReceived ?? []).filter((id) => !handover.missing.includes(id))
    if (strangers.length > 0) return new Refusal([problem('CASE_NOT_ON_LIST', {}, ['notReceived'])])
    if (handover.handedOverAt && receivedAt < handover.handedOverAt)
      return refuse('RECEPTION_BEFORE_HANDOVER', { handedOverAt: handover.handedOverAt }, ['receivedAt'])
    const missing = notReceived ?? []
    const waitedFor = files.filter(({ id }) => handover.missing.includes(id))
    const expected = countsOf(without(waitedFor, missing))
    if (!sameCounts(counts, expected)) {
      const facts = { expected: countFacts(expected), received: countFacts(counts) }
      return refuse('COUNTS_DISAGREE', facts, ['counts'])
    }
    return {
      handover: { ...handover, status: missing.length > 0 ? 'PARTLY_RECEIVED' : 'RECEIVED', receivedAt, missing },
      inCase: ({ id }) =>
        missing.includes(id) ? { result: 'not-received', completes: false } : { result: 'received' },
    }
  },
  ({ handover, files }) => files.filter(({ id }) => handover.missing.length === 0 || handover.missing.includes(id)),
)
